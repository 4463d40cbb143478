import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';

/** So many are told. */
const mostTold = 5;

/** Reasons as one text: the first of them, and how many more there are. */
export function someReasons(reasons: readonly string[]): string {
  const others = reasons.length - mostTold;
  const told = reasons.slice(0, mostTold);
  return [...told, ...(others > 0 ? [texts.common.andMore(count(others))] : [])].join(' ');
}
