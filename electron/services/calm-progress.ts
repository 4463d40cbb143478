import type { Clock } from '../clock.ts';

/** ms. */
const calmMs = 100;

/**
 * Tells of progress ten times a second at most, of its beginning at once, and of what `isNews` beside what was told
 * last.
 */
export function calmProgress<P extends unknown[]>(
  clock: Clock,
  tell: (...progress: P) => void,
  isNews: (progress: P, told: P) => boolean,
): (...progress: P) => void {
  let last: { readonly at: number; readonly told: P } | null = null;
  return (...progress) => {
    const at = clock.now();
    // A clock that is set back would keep it silent.
    const isEarly = last !== null && at >= last.at && at - last.at < calmMs;
    if (last !== null && isEarly && !isNews(progress, last.told)) return;
    last = { at, told: progress };
    tell(...progress);
  };
}

/** That a count has come to its end is news. */
export const isDone = ([done, of]: readonly [done: number, of: number]): boolean => done >= of;
