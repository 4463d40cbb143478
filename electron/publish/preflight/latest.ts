import type { Finding } from '../../model/draft.ts';
import { compareVersions } from '../../model/version.ts';
import { willBeLatest } from '../request.ts';
import { branchInWords, statusInWords } from '../words.ts';
import { type Checked, tells, warns } from './rule.ts';

/** "Latest" without PUBLISHED is dropped without a word ("What surprises people"). */
export function latestIgnored({ draft: { fields }, server }: Checked): Finding[] {
  if (!fields.setAsLatest || fields.status === 'PUBLISHED' || server?.latest === true) return [];
  return [
    warns(
      'latest-ignored',
      'latest',
      `Only a published release can be the latest: with the status ${statusInWords(fields.status)} the server ` +
        'ignores it.',
      { label: 'Do not set it as latest', change: { fields: { setAsLatest: false } } },
    ),
  ];
}

/** The latest release stops being it, and nothing takes its place ("What surprises people"). */
export function latestLost(checked: Checked): Finding[] {
  const { draft, known, server } = checked;
  const { fields } = draft;
  if (server?.latest !== true) return [];
  const where =
    server.branchId === null
      ? 'the product'
      : `the branch ${server.branchName ?? branchInWords(server.branchId, known.branches ?? [])}`;
  const lost = `leaves ${where} without a latest release: whoever asks for the latest gets none.`;
  if (fields.status !== 'PUBLISHED') {
    return [
      warns(
        'latest-lost',
        'latest',
        `Only a published release can be the latest. The status ${statusInWords(fields.status)} ${lost}`,
        { label: 'Leave it published', change: { fields: { status: 'PUBLISHED', setAsLatest: true } } },
      ),
    ];
  }
  if (!fields.setAsLatest) {
    return [
      warns('latest-lost', 'latest', `Taking “latest” away ${lost}`, {
        label: 'Leave it the latest',
        change: { fields: { setAsLatest: true } },
      }),
    ];
  }
  if (fields.branchId !== server.branchId) {
    return [
      warns('latest-lost', 'latest', `Moving the latest release ${lost}`, {
        label: 'Leave it where it is',
        change: { fields: { branchId: server.branchId } },
      }),
    ];
  }
  return [];
}

/** Whoever was the latest in this product and branch is not any more. */
export function latestTaken({ draft, known }: Checked): Finding[] {
  const { fields } = draft;
  if (!willBeLatest(fields)) return [];
  const now = known.releases.find(
    (release) => release.latest && release.branchId === fields.branchId && release.id !== draft.releaseId,
  );
  if (now === undefined) return [];
  if (compareVersions(fields.version, now.version) < 0) {
    return [
      tells(
        'latest-goes-back',
        'latest',
        `${fields.version} becomes the latest in place of ${now.version}, which is newer.`,
      ),
    ];
  }
  return [tells('latest-taken', 'latest', `${now.version} is the latest now and will no longer be.`)];
}
