import type { Attempt } from '../../model/attempt.ts';

/** How fast a server takes releases. */
export interface Pace {
  readonly bytesPerSecond: number;
  /** Reading one release, in ms. */
  readonly readMs: number;
  /** From the last byte sent to the answer, in ms. */
  readonly answerMs: number;
}

/** Before anything was measured: a slow line to a server far away. */
export const assumedPace: Pace = { bytesPerSecond: 1024 * 1024, readMs: 400, answerMs: 1200 };

/**
 * The pace of the newest attempts, from when their first byte left to when they were verified: what is usual, not
 * what was best. What they do not tell is as `assumedPace` says.
 */
export function paceOf(attempts: readonly Attempt[]): Pace {
  const took = attempts
    .filter(({ outcome, finishedAt }) => outcome === 'verified' && finishedAt !== null)
    .slice(0, mostAttempts)
    .map(({ startedAt, finishedAt, sent }) => ({
      ms: Date.parse(finishedAt ?? startedAt) - Date.parse(startedAt),
      bytes: sent.artifact?.size ?? 0,
    }))
    // A clock that was set meanwhile makes times that no request takes.
    .filter(({ ms }) => ms > 0 && ms < longestBelieved);
  const around = median(took.filter(({ bytes }) => bytes === 0).map(({ ms }) => ms));
  const { readMs, answerMs } =
    around === null ? assumedPace : { readMs: around / 4, answerMs: (around * 3) / 4 };
  const speeds = took
    .filter(({ bytes, ms }) => bytes >= smallestMeasured && ms > readMs + answerMs)
    .map(({ bytes, ms }) => (bytes / (ms - readMs - answerMs)) * 1000);
  return { bytesPerSecond: median(speeds) ?? assumedPace.bytesPerSecond, readMs, answerMs };
}

const mostAttempts = 50;
const longestBelieved = 6 * 3_600_000;
/** Bytes; of less, the time says nothing about the line. */
const smallestMeasured = 64 * 1024;

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}
