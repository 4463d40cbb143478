import type { Clock } from '../clock.ts';
import { durationInWords, wordsOf } from './change-words.ts';
import type { Change } from './reporter.ts';

/** How all of a run stands, from the last change of each release. */
export interface Standing {
  /** So many releases are to be published. */
  expect(releases: number): void;
  /** Nothing happens before that, in ms since 1970. */
  begins(time: number): void;
  see(change: Change): void;
  /** How far it is, from 0 to 1. */
  share(): number;
  /** How many are done, and what is under way or waited for. */
  words(): string;
}

export function createStanding(clock: Clock): Standing {
  const changes = new Map<number, Change>();
  let releases = 0;
  let beginsAt: number | null = null;
  const count = (): { done: number; foremost: Change | null } => {
    let done = 0;
    let foremost: Change | null = null;
    for (const change of changes.values()) {
      if (isFinal(change.state)) done += change.state === 'not-started' ? 0 : 1;
      else if (foremost === null || isBefore(change, foremost)) foremost = change;
    }
    return { done, foremost };
  };

  return {
    expect: (count) => {
      releases = count;
    },
    begins: (time) => {
      beginsAt = time;
    },
    see: (change) => void changes.set(change.entry, change),
    share: () => {
      let sum = 0;
      for (const change of changes.values()) sum += shareOf(change);
      return sum / Math.max(1, releases);
    },
    words: () => {
      const { done, foremost: change } = count();
      const start = `${done} of ${releases}`;
      if (change === null) {
        const left = changes.size === 0 && beginsAt !== null ? beginsAt - clock.now() : 0;
        return left > 0 ? `${start} · begins in ${durationInWords(left)}` : start;
      }
      if (change.until === null) return `${start} · ${change.version} ${wordsOf(change)}`;
      const left = durationInWords(timeFor(change) - clock.now());
      return `${start} · ${change.version} ${wordsOf({ ...change, until: null })}, ${left} to go`;
    },
  };
}

const finalStates: ReadonlySet<Change['state']> = new Set([
  'verified',
  'skipped',
  'failed',
  'blocked',
  'cancelled',
  'not-started',
  'conflict',
]);

const isFinal = (state: Change['state']): boolean => finalStates.has(state);

/** Whether it was to be published, and is not. */
export const isBad = (state: Change['state']): boolean =>
  isFinal(state) && state !== 'verified' && state !== 'skipped';

const order: readonly Change['state'][] = [
  'sending',
  'answering',
  'verifying',
  'merging',
  'reading',
  'unknown',
];

/** What moves most is spoken of, else what is waited for the least. */
function isBefore(one: Change, other: Change): boolean {
  const ranks = rankOf(one) - rankOf(other);
  return ranks === 0 ? timeFor(one) < timeFor(other) : ranks < 0;
}

function rankOf({ state }: Change): number {
  const rank = order.indexOf(state);
  return rank === -1 ? order.length : rank;
}

const timeFor = ({ until }: Change): number =>
  until === null ? Number.POSITIVE_INFINITY : Date.parse(until);

/** How far the one release has come. */
function shareOf({ state, sentBytes, totalBytes }: Change): number {
  switch (state) {
    case 'not-started':
      return 0;
    case 'sending':
      return totalBytes ? 0.8 * ((sentBytes ?? 0) / totalBytes) : 0;
    case 'answering':
      return 0.8;
    case 'verifying':
      return 0.9;
    default:
      return isFinal(state) ? 1 : 0;
  }
}
