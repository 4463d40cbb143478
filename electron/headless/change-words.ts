import { sizeInWords } from '../publish/words.ts';
import type { Change } from './reporter.ts';

/** What has become of a release, as the rest of a sentence that begins with its version. */
export function wordsOf({
  state,
  reason,
  until,
  remedy,
  status,
  details,
  fileName,
  ...change
}: Change): string {
  switch (state) {
    case 'waiting':
      return waitingWords(reason, until, serverWords(status, details));
    case 'reading':
      return 'reads the release';
    case 'merging':
      return 'checks it once more';
    case 'sending': {
      const { sentBytes, totalBytes } = change;
      if (fileName === null) return 'sends';
      if (totalBytes === null) return `sends ${fileName}`;
      const size = sizeInWords(totalBytes);
      return `sends ${fileName}, ${sentBytes ? `${sizeInWords(sentBytes)} of ${size}` : size}`;
    }
    case 'answering':
      return 'waits for the answer';
    case 'verifying':
      return 'reads it back';
    case 'unknown':
      return `looks whether it was applied: ${reason ?? ''}`;
    case 'verified':
      return change.attempts === 0 ? 'nothing to do: the server holds it already' : 'published';
    case 'skipped':
      return `nothing to do: ${reason ?? ''}`;
    case 'not-started':
      return `not started: ${reason ?? ''}`;
    case 'blocked':
      return `refused: ${reason ?? ''}`;
    case 'conflict':
      return `conflict: ${reason ?? ''}`;
    case 'failed':
      return `failed: ${reason ?? ''}${serverWords(status, details)} ${remedy ?? ''}`.trimEnd();
    case 'paused':
    case 'cancelled':
      return state;
  }
}

function waitingWords(reason: string | null, until: string | null, why: string): string {
  const time = until === null ? '' : ` until ${timeOf(Date.parse(until))}`;
  switch (reason) {
    case 'slot':
      return `waits for the server’s limit${time}${why}`;
    case 'network':
      return `waits for the network${time}`;
    case 'backoff':
      return `tries again${time === '' ? '' : ` at ${time.slice(' until '.length)}`}${why}`;
    case 'key':
      return 'checks the key';
    default:
      return 'waits for its turn';
  }
}

/** What the server said, in brackets behind a sentence; nothing where it said nothing. */
export const serverWords = (status: number | null, details: string | null): string =>
  status === null ? '' : ` (the server said ${status}${details === null ? '' : `: ${details}`})`;

/** A clock time of today, to the second. */
export const timeOf = (ms: number): string => new Date(ms).toTimeString().slice(0, 8);

/** The same with its day, on any: `2026-11-26 23:00:00`, in the computer’s time zone. */
export function dayAndTimeOf(ms: number): string {
  const date = new Date(ms);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day} ${timeOf(ms)}`;
}

/** “12 s”, “4 min 32 s”, “2 h 5 min”, “3 d 4 h”. */
export function durationInWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours >= hoursWorthDays) {
    const left = hours % 24;
    return `${Math.floor(hours / 24)} d${left === 0 ? '' : ` ${left} h`}`;
  }
  if (hours > 0) return `${hours} h${minutes === 0 ? '' : ` ${minutes} min`}`;
  if (minutes === 0) return `${seconds} s`;
  return `${minutes} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
}

const hoursWorthDays = 48;
