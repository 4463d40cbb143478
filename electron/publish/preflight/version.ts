import type { Finding } from '../../model/draft.ts';
import { versionLength } from '../../model/field-limits.ts';
import { words } from '../../texts/words.ts';
import { branchInWords } from '../words.ts';
import { unstorableIn, withoutUnseen, withoutUnstorable } from './characters.ts';
import { blocks, type Checked, type Rival, warns } from './rule.ts';

/** The schema's rules for the version (step 5). */
export function versionForm({ draft: { fields } }: Checked): Finding[] {
  const { version } = fields;
  if (version === '') {
    return [blocks('version-missing', 'version', words().findings.version.missing)];
  }
  const findings: Finding[] = [];
  if (/\s/.test(version)) {
    const without = version.replaceAll(/\s/g, '');
    findings.push(
      blocks('version-white-space', 'version', words().findings.version.whiteSpace, {
        label: words().findings.version.removeWhiteSpace,
        change: { fields: { version: without } },
      }),
    );
  }
  const storable = withoutUnstorable(version);
  if (storable !== version) {
    findings.push(
      blocks('version-unstorable', 'version', words().findings.version.unstorable(unstorableIn(version)), {
        label: words().findings.version.removeUnstorable,
        change: { fields: { version: storable } },
      }),
    );
  }
  const seen = withoutUnseen(storable, /\s/);
  if (seen !== storable) {
    findings.push(
      warns('version-unseen', 'version', words().findings.version.unseen(seen), {
        label: words().findings.version.removeUnseen,
        change: { fields: { version: seen } },
      }),
    );
  }
  if (version.length < versionLength.least) {
    findings.push(
      blocks('version-too-short', 'version', words().findings.version.tooShort(versionLength.least)),
    );
  }
  if (version.length > versionLength.most) {
    findings.push(
      blocks(
        'version-too-long',
        'version',
        words().findings.version.tooLong(version.length, versionLength.most),
      ),
    );
  }
  return findings;
}

/** A version is there once in each product and branch (step 10). */
export function versionTaken({ draft, known }: Checked): Finding[] {
  const { version, branchId } = draft.fields;
  const taken = known.releases.some(
    (release) =>
      release.id !== draft.releaseId &&
      release.productId === draft.productId &&
      release.version === version &&
      release.branchId === branchId,
  );
  if (!taken) return [];
  const branch = branchId === null ? null : branchInWords(branchId, known.branches ?? []);
  return [blocks('version-taken', 'version', words().findings.version.taken(version, branch))];
}

/** Of several drafts that take one version, the server lets the first that comes have it (step 10). */
export function versionDrafted({ draft, known }: Checked): Finding[] {
  const { version, branchId } = draft.fields;
  if (version === '' || !takesVersion(draft)) return [];
  const rivals = known.rivals.filter(
    (rival) => rival.fields.version === version && rival.fields.branchId === branchId && takesVersion(rival),
  );
  const [first] = rivals;
  if (first === undefined) return [];
  const said = words().findings.version;
  const named =
    first.releaseId === null || first.base === null
      ? said.newDraft(first.file.kind === 'replace' ? first.file.artifact.name : null)
      : said.draftOf(first.base.version);
  return [warns('version-drafted', 'version', said.drafted(named, version, rivals.length - 1))];
}

/** Whether it would have a version, in its branch, that it has not. */
function takesVersion({ base, fields }: Pick<Rival, 'base' | 'fields'>): boolean {
  return base === null || base.version !== fields.version || base.branchId !== fields.branchId;
}
