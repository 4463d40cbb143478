import type { BulkRow } from '../../../electron/model/bulk-change.ts';
import { count } from '../../format.ts';

/** How many drafts a change would make, and how many that are there it would change. */
export function draftNumbers(rows: readonly BulkRow[]) {
  const changing = rows.filter(({ outcome }) => outcome.is === 'changed');
  const made = changing.filter(({ draftId }) => draftId === null).length;
  const changed = changing.length - made;
  return { made, changed, shownMade: count(made), shownChanged: count(changed) };
}
