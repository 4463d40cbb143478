import type { Finding } from '../../model/draft.ts';
import { branchInWords } from '../words.ts';
import { blocks, type Checked } from './rule.ts';

const shortest = 3;
const longest = 255;

/** The schema's rules for the version (step 5). */
export function versionForm({ draft: { fields } }: Checked): Finding[] {
  const { version } = fields;
  if (version === '') {
    return [blocks('version-missing', 'version', 'The release needs a version.')];
  }
  const findings: Finding[] = [];
  if (/\s/.test(version)) {
    const without = version.replaceAll(/\s/g, '');
    findings.push(
      blocks(
        'version-white-space',
        'version',
        'The version has white space in it, which the server does not accept.',
        { label: 'Remove the white space', change: { fields: { version: without } } },
      ),
    );
  }
  if (version.length < shortest) {
    findings.push(
      blocks(
        'version-too-short',
        'version',
        `The version needs at least ${shortest} characters, such as 1.0.`,
      ),
    );
  }
  if (version.length > longest) {
    findings.push(
      blocks(
        'version-too-long',
        'version',
        `The version has ${version.length} characters; the server takes up to ${longest}.`,
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
  const where =
    branchId === null ? 'without a branch' : `in the branch ${branchInWords(branchId, known.branches ?? [])}`;
  return [
    blocks(
      'version-taken',
      'version',
      `There is already a release ${version} ${where}; the server refuses a second one.`,
    ),
  ];
}
