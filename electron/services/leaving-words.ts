import type { Job } from '../model/job.ts';
import { isUnderWay } from '../model/job-standing.ts';
import { regionalLocales, words } from '../texts/words.ts';
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

/** Null when nothing is on its way: then the window may just close. */
export function closingQuestion(underWay: UnderWay, now: number): Question | null {
  const { moving, later } = whatMoves(underWay);
  if (moving.length === 0 && later.length === 0) return null;
  const said = words().desktop.leaving;
  return {
    message: moving.length === 0 ? said.beginsLater(begins(later, now)) : said.stillPublished(whatIs(moving)),
    detail: said.closing(moving.length === 0 ? said.canWait : said.canGoOn, whatHappens(underWay)),
    answers: ['background', 'stay', 'quit'],
    always: said.always,
  };
}

/** Null when nothing is on its way: then the app may just quit. */
export function quittingQuestion(underWay: UnderWay, now: number): Question | null {
  const { moving, later } = whatMoves(underWay);
  if (moving.length === 0 && later.length === 0) return null;
  const said = words().desktop.leaving;
  const message =
    moving.length === 0 ? said.quitAlthough(begins(later, now)) : said.quitWhile(whatIs(moving));
  return { message, detail: whatHappens(underWay), answers: ['stay', 'quit'], always: null };
}

/** What becomes of it all when the app ends: every step is on disk already. */
function whatHappens(underWay: UnderWay): string {
  const { moving, later } = whatMoves(underWay);
  const said = words().desktop.leaving;
  const sent = moving.filter(({ state }) => inFlight.has(state.at));
  const others = moving.length - sent.length;
  const all = [
    sent.length > 0 && said.foundOut(versionsOf(sent)),
    others > 0 && sent.length === 0 && said.goOn(others),
    others > 0 && sent.length > 0 && said.othersWait(others),
    later.length > 0 && said.notBegun(later.map(({ name }) => name)),
    said.nothingLost,
  ];
  return all.filter(Boolean).join(' ');
}

/** The jobs that go on by themselves: a paused one does not, nor one that waits for a key. */
function whatMoves({ jobs, later }: UnderWay): { moving: readonly Job[]; later: UnderWay['later'] } {
  return { moving: jobs.filter(goesOn), later };
}

/** Whether a job is being published by itself: nobody has to do anything for it. */
export function goesOn(job: Job): boolean {
  return isUnderWay(job.state) && !waitsForPerson(job);
}

/** A request of these has left, or may have. */
const inFlight: ReadonlySet<Job['state']['at']> = new Set(['sending', 'answering', 'verifying', 'unknown']);

function whatIs([only, ...more]: readonly Job[]): string {
  const said = words().desktop.leaving;
  return more.length === 0 ? said.oneIs(only?.version ?? '') : said.manyAre(more.length + 1);
}

function begins([first, ...more]: UnderWay['later'], now: number): string {
  const said = words().desktop.leaving;
  if (first === undefined || more.length > 0) return said.batchesLater(more.length + 1);
  return said.batchLater(first.name, timeInWords(first.startAt, now));
}

function versionsOf(jobs: readonly Job[]): string {
  const versions = jobs.map(({ version }) => version);
  const last = versions.at(-1) ?? '';
  return versions.length < 2 ? last : words().desktop.leaving.list(versions.slice(0, -1), last);
}

function timeInWords(iso: string, now: number): string {
  const said = words().desktop.leaving;
  const locale = regionalLocales().times;
  const time = new Date(iso);
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(time);
  const sameDay = time.toDateString() === new Date(now).toDateString();
  if (sameDay) return said.atTime(clock);
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(time);
  return said.onDay(day, clock);
}
