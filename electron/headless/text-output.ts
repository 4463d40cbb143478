import type { Clock } from '../clock.ts';
import type { Finding } from '../model/draft.ts';
import type { PlanProblem, PlanReport, PlanStep } from '../model/plan.ts';
import { counted, sizeInWords } from '../publish/words.ts';
import type { Change, Ending, Reporter, Tally } from './reporter.ts';

/** Where text goes. `columns`: width of the terminal in characters; null where it is a file or a pipe. */
export interface TextSink {
  write(text: string): void;
  readonly columns: number | null;
}

/** What a person reads: a line for each thing that happens and, on a terminal, a bar below them that moves. */
export function createTextOutput(sink: TextSink, clock: Clock): Reporter {
  const bar = createBar(sink);
  let releases = 0;
  const done = new Set<number>();

  const line = (text: string): void => {
    bar.clear();
    sink.write(`${text}\n`);
    bar.draw();
  };
  const stamped = (text: string): void => line(`${timeOf(clock.now())}  ${plain(text)}`);
  const numberOf = (entry: number): string =>
    `${String(entry).padStart(String(releases).length)}/${releases}`;
  const show = (change: Change): void => {
    if (isFinal(change.state)) done.add(change.entry);
    bar.set({
      share: (done.size + shareOf(change)) / Math.max(1, releases),
      text: plain(`${done.size} of ${releases} · ${change.version} ${wordsOf(change)}`),
    });
  };

  return {
    opened: (header) => {
      releases = header.releases;
      const what = `${header.dryRun ? 'Checking' : 'Publishing'} “${header.name}”`;
      line(plain(`${what}: ${counted(releases, 'release')} to ${header.serverUrl}, team ${header.teamId}.`));
    },
    checked: (report) => {
      for (const text of reportLines(report)) line(plain(text));
    },
    waitsUntil: (time) => stamped(`Begins at ${new Date(time).toLocaleString()}.`),
    changed: (change) => {
      show(change);
      stamped(`${numberOf(change.entry)}  ${change.version}  ${wordsOf(change)}`);
    },
    progressed: (change) => {
      show(change);
      bar.draw();
    },
    notice: stamped,
    failure: ({ message, remedy, status, details }) => {
      bar.end();
      line(plain(`${message} ${remedy}${serverWords(status, details)}`));
    },
    ended: (ending, tally) => {
      bar.end();
      line(plain(endWords(ending, tally)));
    },
  };
}

interface Bar {
  set(state: { share: number; text: string }): void;
  draw(): void;
  clear(): void;
  /** It is drawn no more. */
  end(): void;
}

const barWidth = 24;
/** A terminal with fewer characters in a line has no room for it; some say they have none. */
const narrowest = 40;

function createBar(sink: TextSink): Bar {
  let state: { share: number; text: string } | null = null;
  let drawn = false;
  const clear = (): void => {
    if (drawn) sink.write('\r\u001b[K');
    drawn = false;
  };
  return {
    set: (next) => {
      state = next;
    },
    clear,
    draw: () => {
      const { columns } = sink;
      if (columns === null || columns < narrowest || state === null) return;
      const full = Math.round(Math.min(1, Math.max(0, state.share)) * barWidth);
      const text = `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${state.text}`;
      sink.write(`\r\u001b[K${text.slice(0, Math.max(1, columns - 1))}`);
      drawn = true;
    },
    end: () => {
      clear();
      state = null;
    },
  };
}

function isFinal(state: Change['state']): boolean {
  return ['verified', 'skipped', 'failed', 'blocked', 'cancelled', 'not-started', 'conflict'].includes(state);
}

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

function wordsOf({ state, reason, until, remedy, status, details, fileName, ...change }: Change): string {
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
      return 'published';
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

const serverWords = (status: number | null, details: string | null): string =>
  status === null ? '' : ` (the server said ${status}${details === null ? '' : `: ${details}`})`;

function reportLines({ steps, problems }: PlanReport): string[] {
  const wrong = problems.map(problemLine);
  if (problems.length > 0) return wrong;
  return steps.flatMap((step) => [
    `${String(step.entry).padStart(4)}  ${step.version}  ${outcomeWords(step)}`,
    ...step.changes.map(({ label, server, result }) => `        ${label}: ${server} → ${result}`),
    ...step.merged.map((sentence) => `        ${sentence} It stays so.`),
    ...step.findings.map(findingLine),
  ]);
}

const findingLine = ({ severity, message }: Finding): string =>
  `        ${{ blocks: 'Refused:', warns: 'Warning:', tells: 'Note:' }[severity]} ${message}`;

function problemLine({ entry, version, field, message, remedy }: PlanProblem): string {
  const place = [
    entry === null ? null : `Entry ${entry}${version === null ? '' : ` (${version})`}`,
    field === '' ? null : field,
  ].filter((part) => part !== null);
  return `${place.length === 0 ? '' : `${place.join(', ')}: `}${message} ${remedy}`;
}

function outcomeWords({ outcome, releaseId }: PlanStep): string {
  switch (outcome) {
    case 'change':
      return releaseId === null ? 'is created' : 'is updated';
    case 'nothing':
      return 'is on the server already';
    case 'blocked':
    case 'refused':
      return 'cannot be published';
  }
}

function endWords(ending: Ending, tally: Tally | null): string {
  const sentences = {
    done: 'Done.',
    failed: tally === null ? '' : 'Not all could be published.',
    refused: 'Refused.',
    conflict: 'Others have changed the same fields meanwhile.',
    usage: '',
    interrupted: 'Interrupted.',
  } as const satisfies Record<Ending, string>;
  if (tally === null) {
    return ending === 'done' ? 'Nothing stands against it.' : `${sentences[ending]} Nothing was sent.`.trim();
  }
  const parts = [
    [tally.published, 'published'],
    [tally.unchanged, 'unchanged'],
    [tally.failed, 'failed'],
    [tally.conflicts, 'in conflict'],
    [tally.blocked, 'refused'],
    [tally.cancelled, 'cancelled'],
    [tally.notStarted, 'not started'],
  ] as const;
  const counts = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${sentences[ending]} ${counts.join(', ')}.`;
}

const timeOf = (ms: number): string => new Date(ms).toTimeString().slice(0, 8);

/** What a name or a server says is shown, and steers no terminal. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
