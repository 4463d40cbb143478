import type { Finding } from '../../model/draft.ts';
import { compareVersions } from '../../model/version.ts';
import { words } from '../../texts/words.ts';
import { willBeLatest } from '../request.ts';
import { branchInWords, statusInWords } from '../words.ts';
import { type Checked, tells, warns } from './rule.ts';

/** "Latest" without PUBLISHED is dropped without a word ("What surprises people"). */
export function latestIgnored({ draft: { fields }, server }: Checked): Finding[] {
  if (!fields.setAsLatest || fields.status === 'PUBLISHED' || server?.latest === true) return [];
  return [
    warns('latest-ignored', 'latest', words().findings.latest.ignored(statusInWords(fields.status)), {
      label: words().findings.latest.doNotSet,
      change: { fields: { setAsLatest: false } },
    }),
  ];
}

/** The latest release stops being it, and nothing takes its place ("What surprises people"). */
export function latestLost(checked: Checked): Finding[] {
  const { draft, known, server } = checked;
  const { fields } = draft;
  if (server?.latest !== true) return [];
  const said = words().findings.latest;
  const where =
    server.branchId === null
      ? said.product
      : said.branch(server.branchName ?? branchInWords(server.branchId, known.branches ?? []));
  if (fields.status !== 'PUBLISHED') {
    return [
      warns('latest-lost', 'latest', said.lostByStatus(statusInWords(fields.status), where), {
        label: said.leavePublished,
        change: { fields: { status: 'PUBLISHED', setAsLatest: true } },
      }),
    ];
  }
  if (!fields.setAsLatest) {
    return [
      warns('latest-lost', 'latest', said.lostByTaking(where), {
        label: said.leaveLatest,
        change: { fields: { setAsLatest: true } },
      }),
    ];
  }
  if (fields.branchId !== server.branchId) {
    return [
      warns('latest-lost', 'latest', said.lostByMoving(where), {
        label: said.leaveThere,
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
      tells('latest-goes-back', 'latest', words().findings.latest.goesBack(fields.version, now.version)),
    ];
  }
  return [tells('latest-taken', 'latest', words().findings.latest.taken(now.version))];
}
