import type { Finding } from '../../model/draft.ts';
import { idSchema } from '../../model/release.ts';
import { words } from '../../texts/words.ts';
import { blocks, type Checked } from './rule.ts';

const isId = (id: string): boolean => idSchema.safeParse(id).success;
const isUpper = (id: string): boolean => id !== id.toLowerCase();

/** Ids must be UUIDs (steps 1 and 5). */
export function idForm({ draft }: Checked): Finding[] {
  const { fields, productId, releaseId } = draft;
  const said = words().findings.ids;
  const findings: Finding[] = [];
  if (!isId(productId)) {
    findings.push(blocks('product-id-malformed', 'release', said.product));
  }
  if (releaseId !== null && !isId(releaseId)) {
    findings.push(blocks('release-id-malformed', 'release', said.release));
  }
  if (fields.branchId !== null && !isId(fields.branchId)) {
    findings.push(
      blocks('branch-id-malformed', 'branch', said.branch, {
        label: words().findings.branch.none,
        change: { fields: { branchId: null } },
      }),
    );
  }
  const malformed = fields.licenseIds.filter((id) => !isId(id));
  if (malformed.length > 0) {
    findings.push(
      blocks('license-id-malformed', 'licenses', said.licenses(malformed.length), {
        label: said.removeMalformed,
        change: { fields: { licenseIds: fields.licenseIds.filter(isId) } },
      }),
    );
  }
  return findings;
}

/**
 * The server compares ids as they are written: one in capitals is one it does not know ("Odds and ends"). What is typed or
 * read is written small (`givenIdSchema`); a draft can be older than that.
 */
export function idCapitals({ draft }: Checked): Finding[] {
  const { fields, productId } = draft;
  const said = words().findings.ids;
  const findings: Finding[] = [];
  if (isId(productId) && isUpper(productId)) {
    findings.push(blocks('product-id-capitals', 'release', said.productCapitals));
  }
  const { branchId } = fields;
  if (branchId !== null && isId(branchId) && isUpper(branchId)) {
    findings.push(
      blocks('branch-id-capitals', 'branch', said.branchCapitals, {
        label: said.writeSmall(1),
        change: { fields: { branchId: branchId.toLowerCase() } },
      }),
    );
  }
  const upper = fields.licenseIds.filter((id) => isId(id) && isUpper(id));
  if (upper.length > 0) {
    findings.push(
      blocks('license-id-capitals', 'licenses', said.licenseCapitals(upper.length), {
        label: said.writeSmall(upper.length),
        change: { fields: { licenseIds: [...new Set(fields.licenseIds.map((id) => id.toLowerCase()))] } },
      }),
    );
  }
  return findings;
}
