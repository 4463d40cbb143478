import type { Clock } from '../clock.ts';

/** ms. */
const calmMs = 100;

/** Tells of progress ten times a second, and of its beginning and end at once. */
export function calmProgress(
  clock: Clock,
  tell: (done: number, of: number) => void,
): (done: number, of: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done, of) => {
    const now = clock.now();
    // A clock that is set back would keep it silent.
    if (done < of && now >= last && now - last < calmMs) return;
    last = now;
    tell(done, of);
  };
}
