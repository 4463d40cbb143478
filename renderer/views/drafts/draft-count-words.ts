import type { Draft } from '../../../electron/model/draft.ts';
import { count } from '../../format.ts';
import { texts } from '../../texts/texts.ts';

type Ids = readonly Pick<Draft, 'id'>[];

/**
 * "1 draft, 2 in the queue": how many there are to work on, as the sidebar counts them; of narrowed ones of how many. By
 * themselves those in sight that are on their way.
 */
export function draftCountWords(inSight: Ids, all: Ids, inQueue: ReadonlySet<string>): string {
  const words = texts.drafts;
  const isOpen = ({ id }: Pick<Draft, 'id'>): boolean => !inQueue.has(id);
  const open = all.filter(isOpen).length;
  const openInSight = inSight.filter(isOpen).length;
  const drafts = words.count(count(openInSight), count(open), open);
  const sent = inSight.length - openInSight;
  return sent === 0 ? drafts : words.countInQueue(drafts, count(sent));
}
