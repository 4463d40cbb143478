import type { Clock } from '../../electron/clock.ts';

/** A clock that stands still until a test moves it; timers fire in order while it moves. */
export interface FakeClock extends Clock {
  /** Moves the time on by `ms`, firing what comes due and letting promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Sets the clock forward, or back, by `ms`: timers run on as if nothing had happened, as the system's do. */
  jump(ms: number): void;
  /** The moments (ms since 1970) at which timers are due, soonest first. */
  due(): number[];
}

export function createFakeClock(start = Date.parse('2026-01-01T12:00:00.000Z')): FakeClock {
  let now = start;
  const timers = new Map<number, { at: number; callback: () => void }>();
  let nextId = 0;
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const soonest = () => [...timers].sort(([, a], [, b]) => a.at - b.at)[0];
  return {
    now: () => now,
    after: (ms, callback) => {
      const id = nextId++;
      timers.set(id, { at: now + Math.max(0, ms), callback });
      return () => timers.delete(id);
    },
    jump: (ms) => {
      now += ms;
      for (const timer of timers.values()) timer.at += ms;
    },
    due: () => [...timers.values()].map((timer) => timer.at).sort((a, b) => a - b),
    advance: async (ms) => {
      const end = now + ms;
      await settle();
      for (let next = soonest(); next && next[1].at <= end; next = soonest()) {
        const [id, timer] = next;
        timers.delete(id);
        now = Math.max(now, timer.at);
        timer.callback();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}
