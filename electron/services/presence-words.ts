import type { Job } from '../model/job.ts';
import { words } from '../texts/words.ts';

/** A notification of the desktop. Holds versions and the app's own sentences: no key, and nothing of a license. */
export interface Message {
  readonly title: string;
  readonly body: string;
}

/**
 * The message as any desktop shows it harmlessly. Versions and file names may be a hostile server's: what does not
 * show is marked, nothing is long, and nothing is left that a desktop could take for markup, as many on Linux do.
 */
export function harmless({ title, body }: Message): Message {
  return { title: plain(title, longestTitle), body: plain(body, longestBody) };
}

const longestTitle = 120;
const longestBody = 400;

function plain(text: string, longest: number): string {
  const shown = text
    .toWellFormed()
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')
    .replace(/[<>&]/g, (sign) => lookalikes[sign] ?? sign);
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
}

const lookalikes: Readonly<Record<string, string>> = { '<': '‹', '>': '›', '&': '＆' };

/** What a job needs a person for, as a sentence; null when it goes on by itself, has ended well, or is just paused. */
export function needOf({ state }: Job): string | null {
  switch (state.at) {
    case 'failed':
      return state.failure.message;
    case 'conflict':
      return words().desktop.notification.conflict;
    case 'blocked':
      return (
        state.findings.find(({ severity }) => severity === 'blocks')?.message ??
        words().desktop.notification.blocked
      );
    case 'waiting':
      // A key that was refused is told of once for all that wait for another.
      return state.because?.kind === 'no-key' || state.because?.kind === 'keyring'
        ? state.because.message
        : null;
    default:
      return null;
  }
}

/** Whether nothing more happens to a job before a person does something, though it has neither ended nor been paused. */
export function waitsForPerson(job: Job): boolean {
  return needOf(job) !== null || (job.state.at === 'waiting' && job.state.reason === 'key');
}

/** What to say of those that have come to need a person, and of dangers besides; null when there is nothing. */
export function needsInWords(needing: readonly Job[], dangers: readonly string[]): Message | null {
  if (needing.length === 0 && dangers.length === 0) return null;
  const said = words().desktop.notification;
  const [only, ...more] = needing;
  if (only === undefined) return { title: said.publishingNeedsYou, body: dangers.join(' ') };
  const what = more.length === 0 ? needOf(only) : said.seeQueue(versionsOf(needing));
  return { title: titleOf(needing), body: sentences(what, ...dangers) };
}

/** What to tell at the end of a run; null when there is nothing a person would want to be told. */
export function endOf(jobs: readonly Job[], dangers: readonly string[] = []): Message | null {
  const said = words().desktop.notification;
  const published = jobs.filter(({ state }) => state.at === 'verified');
  const needing = jobs.filter((job) => needOf(job) !== null);
  if (needing.length > 0) {
    const message = needsInWords(needing, dangers);
    return (
      message && {
        ...message,
        body: sentences(message.body, said.ofAllPublished(published.length, jobs.length)),
      }
    );
  }
  const [only, ...more] = published;
  if (only === undefined) return needsInWords([], dangers);
  const cancelled = jobs.filter(({ state }) => state.at === 'cancelled').length;
  const rest = cancelled === 0 ? null : said.cancelled(cancelled);
  return more.length === 0
    ? { title: said.published(only.version), body: sentences(said.verified, rest, ...dangers) }
    : {
        title: said.manyPublished(published.length),
        body: sentences(said.allVerified, rest, ...dangers),
      };
}

function titleOf([only, ...more]: readonly Job[]): string {
  const said = words().desktop.notification;
  return more.length === 0 ? said.needsYou(only?.version ?? '') : said.manyNeedYou(more.length + 1);
}

const mostNamed = 3;

function versionsOf(jobs: readonly Job[]): string {
  const versions = jobs.map(({ version }) => version);
  const named = versions.slice(0, mostNamed).join(', ');
  return versions.length > mostNamed
    ? words().desktop.notification.andMore(named, versions.length - mostNamed)
    : named;
}

const sentences = (...all: readonly (string | null)[]): string => all.filter((one) => one !== null).join(' ');
