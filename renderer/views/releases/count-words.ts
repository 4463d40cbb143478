import { count } from '../../format.ts';
import { texts } from '../../texts/texts.ts';

/** "19 releases, 1 new draft": how many rows there are, of what; of narrowed ones of how many releases. */
export function countWords(shown: number, all: number, newDrafts: number): string {
  const words = texts.releases;
  const releases = all === 1 && shown === 1 ? words.one : words.count(count(shown), count(all));
  return newDrafts === 0 ? releases : words.countWithNew(releases, newDrafts, count(newDrafts));
}
