import type { Finding } from '../../model/draft.ts';
import { words } from '../../texts/words.ts';
import { changesNothing } from '../verify.ts';
import { type Checked, tells, warns } from './rule.ts';

/** Step 9. Only a list that was read can miss it. */
export function releaseGone({ draft, known }: Checked): Finding[] {
  const { releaseId } = draft;
  if (releaseId === null || known.releases.length === 0) return [];
  if (known.releases.some(({ id }) => id === releaseId)) return [];
  return [warns('release-gone', 'release', words().findings.release.gone)];
}

/** Where a person will be asked when it is published. */
export function conflicts({ merged }: Checked): Finding[] {
  return merged.conflicts.map(({ part, label, theirs }) =>
    warns('conflict', part, words().findings.release.conflict(label, theirs)),
  );
}

export function nothingToDo({ draft, server, merged }: Checked): Finding[] {
  if (merged.conflicts.length > 0 || !changesNothing(draft.base, server, merged.merged)) return [];
  return [tells('nothing-to-do', 'release', words().findings.release.nothingToDo)];
}
