/** The time and the timers, so that tests can hold them. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Calls back once after `ms`, at most 24 days; the returned function takes it back. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** The clock's time as ISO 8601. */
export const isoNow = (clock: Clock): string => new Date(clock.now()).toISOString();

/** The longest time, in ms, until a clock that was set, or a machine that slept, is noticed. */
export const longestUnnoticed = 30_000;

/**
 * Calls back once the clock shows `time` (ms since 1970), however far that is, and however the clock is set or the
 * machine sleeps meanwhile; the returned function takes it back.
 */
export function atTime(clock: Clock, time: number, callback: () => void): () => void {
  const wait = (): (() => void) => {
    const left = Math.max(0, time - clock.now());
    return clock.after(Math.min(left, longestUnnoticed), () => {
      if (clock.now() >= time) callback();
      else stop = wait();
    });
  };
  let stop = wait();
  return () => stop();
}
