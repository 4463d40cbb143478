import type { Clock } from '../clock.ts';
import { durationInWords, wordsOf } from './change-words.ts';
import type { Change } from './reporter.ts';

/** How all of a run stands, from the last change of each release. */
export interface Standing {
  /** So many releases are to be published. */
  expect(releases: number): void;
  see(change: Change): void;
  /** How far it is, from 0 to 1. */
  share(): number;
  /** How many are done, and what is under way or waited for. */
  words(): string;
}

export function createStanding(clock: Clock): Standing {
  const changes = new Map<number, Change>();
  let releases = 0;
  const done = (): number => [...changes.values()].filter(({ state }) => isFinal(state)).length;

  /** What moves most, else what is waited for the least. */
  const foremost = (): Change | undefined =>
    [...changes.values()]
      .filter(({ state }) => !isFinal(state))
      .toSorted((a, b) => rankOf(a) - rankOf(b) || timeFor(a) - timeFor(b))
      .at(0);

  return {
    expect: (count) => {
      releases = count;
    },
    see: (change) => void changes.set(change.entry, change),
    share: () => {
      const shares = [...changes.values()].map((change) => (isFinal(change.state) ? 1 : shareOf(change)));
      return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, releases);
    },
    words: () => {
      const change = foremost();
      const start = `${done()} of ${releases}`;
      if (!change) return start;
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

function rankOf({ state }: Change): number {
  const rank = order.indexOf(state);
  return rank === -1 ? order.length : rank;
}

const timeFor = ({ until }: Change): number =>
  until === null ? Number.POSITIVE_INFINITY : Date.parse(until);

/** How far the one release has come. */
function shareOf({ state, sentBytes, totalBytes }: Change): number {
  switch (state) {
    case 'sending':
      return totalBytes ? 0.8 * ((sentBytes ?? 0) / totalBytes) : 0;
    case 'answering':
      return 0.8;
    case 'verifying':
      return 0.9;
    default:
      return 0;
  }
}
