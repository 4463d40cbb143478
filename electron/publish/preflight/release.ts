import type { Finding } from '../../model/draft.ts';
import { changesNothing } from '../verify.ts';
import { type Checked, tells, warns } from './rule.ts';

/** Step 9. Only a list that was read can miss it. */
export function releaseGone({ draft, known }: Checked): Finding[] {
  const { releaseId } = draft;
  if (releaseId === null || known.releases.length === 0) return [];
  if (known.releases.some(({ id }) => id === releaseId)) return [];
  return [
    warns(
      'release-gone',
      'release',
      'The release was not in the list when it was last read: it may have been deleted on the server.',
    ),
  ];
}

/** Where a person will be asked when it is published. */
export function conflicts({ merged }: Checked): Finding[] {
  return merged.conflicts.map(({ part, label, theirs }) =>
    warns(
      'conflict',
      part,
      `${label} was changed on the server too, to “${theirs}”. You will be asked which to keep.`,
    ),
  );
}

export function nothingToDo({ draft, server, merged }: Checked): Finding[] {
  if (merged.conflicts.length > 0 || !changesNothing(draft.base, server, merged.merged)) return [];
  return [tells('nothing-to-do', 'release', 'This draft changes nothing on the server.')];
}
