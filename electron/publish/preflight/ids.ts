import type { Finding } from '../../model/draft.ts';
import { idSchema } from '../../model/release.ts';
import { counted } from '../words.ts';
import { blocks, type Checked } from './rule.ts';

const isId = (id: string): boolean => idSchema.safeParse(id).success;
const isUpper = (id: string): boolean => id !== id.toLowerCase();

/** Ids must be UUIDs (steps 1 and 5). */
export function idForm({ draft }: Checked): Finding[] {
  const { fields, productId, releaseId } = draft;
  const findings: Finding[] = [];
  if (!isId(productId)) {
    findings.push(blocks('product-id-malformed', 'release', 'The id of the product is not one.'));
  }
  if (releaseId !== null && !isId(releaseId)) {
    findings.push(blocks('release-id-malformed', 'release', 'The id of the release is not one.'));
  }
  if (fields.branchId !== null && !isId(fields.branchId)) {
    findings.push(
      blocks('branch-id-malformed', 'branch', 'The id of the branch is not one.', {
        label: 'No branch',
        change: { fields: { branchId: null } },
      }),
    );
  }
  const malformed = fields.licenseIds.filter((id) => !isId(id));
  if (malformed.length > 0) {
    findings.push(
      blocks(
        'license-id-malformed',
        'licenses',
        malformed.length === 1 ? 'A license id is not one.' : `${malformed.length} license ids are not ids.`,
        { label: 'Remove what is no id', change: { fields: { licenseIds: fields.licenseIds.filter(isId) } } },
      ),
    );
  }
  return findings;
}

/** The server compares ids as they are written: one in capitals is one it does not know ("Odds and ends"). */
export function idCapitals({ draft }: Checked): Finding[] {
  const { fields, productId } = draft;
  const findings: Finding[] = [];
  if (isId(productId) && isUpper(productId)) {
    findings.push(
      blocks(
        'product-id-capitals',
        'release',
        'The id of the product has capital letters in it, and the server would not find the product.',
      ),
    );
  }
  const { branchId } = fields;
  if (branchId !== null && isId(branchId) && isUpper(branchId)) {
    findings.push(
      blocks(
        'branch-id-capitals',
        'branch',
        'The id of the branch has capital letters in it, and the server would not find the branch.',
        { label: 'Write it small', change: { fields: { branchId: branchId.toLowerCase() } } },
      ),
    );
  }
  const upper = fields.licenseIds.filter((id) => isId(id) && isUpper(id));
  if (upper.length > 0) {
    findings.push(
      blocks(
        'license-id-capitals',
        'licenses',
        `${counted(upper.length, 'license id')} with capital letters: the server would not find the license.`,
        {
          label: 'Write them small',
          change: { fields: { licenseIds: [...new Set(fields.licenseIds.map((id) => id.toLowerCase()))] } },
        },
      ),
    );
  }
  return findings;
}
