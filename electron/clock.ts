/** The time and the timers, so that tests can hold them. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Calls back once after `ms`; the returned function takes it back. */
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
