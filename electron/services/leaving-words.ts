import type { Job } from '../model/job.ts';
import { waitsForPerson } from './presence-words.ts';

/** What goes on by itself, so that leaving matters to it. */
export interface UnderWay {
  readonly jobs: readonly Job[];
  /** Batches that are to begin later; `startAt` ISO 8601. */
  readonly later: readonly { readonly name: string; readonly startAt: string }[];
}

export type Answer = 'background' | 'quit' | 'stay';

/** What a person is asked before the window or the app goes. */
export interface Question {
  readonly message: string;
  readonly detail: string;
  /** What can be answered, the one first that Enter gives. Escape is `stay`. */
  readonly answers: readonly Answer[];
  /** What ticking the box means; null when there is none. */
  readonly always: string | null;
}

export const answerLabels: Readonly<Record<Answer, string>> = {
  background: 'Go on in the background',
  quit: 'Quit',
  stay: 'Stay',
};

/** Null when nothing is on its way: then the window may just close. */
export function closingQuestion(underWay: UnderWay, now: number): Question | null {
  const { moving, later } = whatMoves(underWay);
  if (moving.length === 0 && later.length === 0) return null;
  const message = moving.length === 0 ? `${begins(later, now)}.` : `${whatIs(moving)} still being published.`;
  return {
    message,
    detail:
      `${moving.length === 0 ? 'The app can wait for it' : 'That can go on'} in the background: a notification says when it is done or needs you, and starting the app again brings the window back.\n\n` +
      `Quitting stops it. ${whatHappens(underWay)}`,
    answers: ['background', 'stay', 'quit'],
    always: 'Always go on in the background',
  };
}

/** Null when nothing is on its way: then the app may just quit. */
export function quittingQuestion(underWay: UnderWay, now: number): Question | null {
  const { moving, later } = whatMoves(underWay);
  if (moving.length === 0 && later.length === 0) return null;
  const message =
    moving.length === 0
      ? `Quit, although ${begins(later, now)}?`
      : `Quit while ${whatIs(moving)} being published?`;
  return { message, detail: whatHappens(underWay), answers: ['stay', 'quit'], always: null };
}

/** What becomes of it all when the app ends: every step is on disk already. */
function whatHappens(underWay: UnderWay): string {
  const { moving, later } = whatMoves(underWay);
  const sent = moving.filter(({ state }) => inFlight.has(state.at));
  const others = moving.length - sent.length;
  const all = [
    sent.length > 0 && `What came of ${versionsOf(sent)} is found out at the next start.`,
    others > 0 && sent.length === 0 && `${others === 1 ? 'It goes' : 'They go'} on at the next start.`,
    others > 0 &&
      sent.length > 0 &&
      `The other ${others === 1 ? 'one waits until then' : `${others} wait until then`}.`,
    later.length > 0 &&
      `${later.map(({ name }) => `“${name}”`).join(', ')} ${later.length === 1 ? 'does' : 'do'} not begin while the app is closed.`,
    'Nothing is lost.',
  ];
  return all.filter(Boolean).join(' ');
}

/** The jobs that go on by themselves: a paused one does not, nor one that waits for a key. */
function whatMoves({ jobs, later }: UnderWay): { moving: readonly Job[]; later: UnderWay['later'] } {
  return { moving: jobs.filter(goesOn), later };
}

/** Whether a job is being published by itself: nobody has to do anything for it. */
export function goesOn(job: Job): boolean {
  return moves.has(job.state.at) && !waitsForPerson(job);
}

/** A request of these has left, or may have. */
const inFlight: ReadonlySet<Job['state']['at']> = new Set(['sending', 'answering', 'verifying', 'unknown']);
const moves: ReadonlySet<Job['state']['at']> = new Set([...inFlight, 'waiting', 'reading', 'merging']);

const whatIs = (jobs: readonly Job[]): string =>
  jobs.length === 1 ? `${jobs[0]?.version} is` : `${jobs.length} releases are`;

function begins([first, ...more]: UnderWay['later'], now: number): string {
  if (first === undefined || more.length > 0) return `${more.length + 1} batches are to begin later`;
  return `“${first.name}” is to begin ${timeInWords(first.startAt, now)}`;
}

function versionsOf(jobs: readonly Job[]): string {
  const versions = jobs.map(({ version }) => version);
  const last = versions.at(-1) ?? '';
  return versions.length < 2 ? last : `${versions.slice(0, -1).join(', ')} and ${last}`;
}

function timeInWords(iso: string, now: number): string {
  const time = new Date(iso);
  const sameDay = time.toDateString() === new Date(now).toDateString();
  return sameDay
    ? `at ${clockFormat.format(time)}`
    : `on ${dayFormat.format(time)} at ${clockFormat.format(time)}`;
}

const clockFormat = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
