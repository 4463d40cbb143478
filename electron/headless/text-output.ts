import type { Clock } from '../clock.ts';
import type { Finding } from '../model/draft.ts';
import type { PlanProblem, PlanReport, PlanStep } from '../model/plan.ts';
import { sizeInWords } from '../publish/words.ts';
import { dayAndTimeOf, durationInWords, serverWords, timeOf, wordsOf } from './change-words.ts';
import type { Change, Ending, LostFileReport, Reporter, Tally } from './reporter.ts';
import { createStanding, isBad } from './standing.ts';
import { createTerminalBar } from './terminal-bar.ts';

/** Where text goes. `columns`: width of the terminal in characters; null where it is a file or a pipe. */
export interface TextSink {
  write(text: string): void;
  readonly columns: number | null;
}

/** How often a terminal shows how things stand while nothing happens, and a log says it at the latest, in ms. */
const beatMs = 1000;
const longestSilenceMs = 60_000;

/** What a person reads: a line for each thing that matters and, on a terminal, a bar below them that moves. */
export function createTextOutput(sink: TextSink, clock: Clock): Reporter {
  const startedAt = clock.now();
  const standing = createStanding(clock);
  const bar = createTerminalBar(sink, clock, () => ({
    share: standing.share(),
    text: plain(standing.words()),
  }));
  let releases = 0;
  let warnings = 0;
  /** Until when it was said that the server's limit lasts. */
  const toldWaits = new Set<string>();
  const notPublished = new Map<number, string>();
  const lostFiles: LostFileReport[] = [];
  let stopBeat: (() => void) | null = null;
  let lastLineAt = startedAt;

  const line = (text: string): void => {
    bar.above(`${text}\n`);
    lastLineAt = clock.now();
  };
  const stamped = (text: string): void => line(`${timeOf(clock.now())}  ${plain(text)}`);

  /** Says how things stand, also while nothing happens. */
  const beat = (): void => {
    bar.draw();
    if (sink.columns === null && clock.now() - lastLineAt >= longestSilenceMs) stamped(standing.words());
    stopBeat = clock.after(beatMs, beat);
  };

  const show = (change: Change): void => {
    standing.see(change);
    if (stopBeat === null) beat();
    else bar.move();
  };

  /** One of those that wait for the same slots speaks for all. */
  const isWorthALine = ({ state, reason, until }: Change): boolean => {
    if (state === 'reading' || state === 'merging' || state === 'answering' || state === 'verifying')
      return false;
    // What never began is named in the end, all of it.
    if (state === 'not-started') return releases === 1;
    if (state !== 'waiting') return state !== 'paused';
    if (reason === 'turn') return false;
    if (reason !== 'slot' || until === null) return true;
    const time = timeOf(Date.parse(until));
    if (toldWaits.has(time)) return false;
    toldWaits.add(time);
    return true;
  };

  return {
    opened: (header) => {
      releases = header.releases;
      standing.expect(releases);
      const what = `${header.dryRun ? 'Checking' : 'Publishing'} “${header.name}”`;
      line(
        plain(
          `${what}: ${releases} ${releases === 1 ? 'release' : 'releases'} to ${header.serverUrl}, team ${header.teamId}.`,
        ),
      );
    },
    checked: (report) => {
      warnings = report.steps
        .flatMap(({ findings }) => findings)
        .filter(({ severity }) => severity === 'warns').length;
      for (const text of reportLines(report)) line(plain(text));
    },
    waitsUntil: (time) => {
      const startsAt = Date.parse(time);
      stamped(`Begins at ${dayAndTimeOf(startsAt)}, in ${durationInWords(startsAt - clock.now())}.`);
      standing.begins(startsAt);
      beat();
    },
    wouldWaitUntil: (time) => {
      const startsAt = Date.parse(time);
      stamped(`Would begin at ${dayAndTimeOf(startsAt)}, in ${durationInWords(startsAt - clock.now())}.`);
    },
    expects: (time) => {
      const ms = Date.parse(time) - clock.now();
      if (ms > worthTellingMs)
        stamped(
          `All of it is published at about ${dayAndTimeOf(Date.parse(time))}, in ${durationInWords(ms)}.`,
        );
    },
    changed: (change) => {
      show(change);
      const words = `${numberOf(change.entry, releases)}  ${change.version}  ${wordsOf(change)}`;
      if (isBad(change.state)) notPublished.set(change.entry, words);
      else notPublished.delete(change.entry);
      if (isWorthALine(change)) stamped(words);
    },
    progressed: show,
    lostFile: (lost) => void lostFiles.push(lost),
    putsBack: (change) => {
      const { version, fileName, state } = change;
      if (state === 'verified') stamped(`${version} has ${fileName} back.`);
      else if (isWorthALine(change)) stamped(`${version} gets ${fileName} back: ${wordsOf(change)}`);
    },
    notice: stamped,
    failure: ({ message, remedy, status, details }) => {
      bar.end();
      line(plain(`${message} ${remedy}${serverWords(status, details)}`));
    },
    ended: (ending, tally) => {
      stopBeat?.();
      bar.end();
      if (tally && releases > 1 && notPublished.size > 0) {
        line('Not published:');
        for (const [, words] of [...notPublished].toSorted(([a], [b]) => a - b)) line(plain(`  ${words}`));
      }
      for (const lost of lostFiles) line(plain(lostFileWords(lost)));
      line(plain(endWords(ending, tally, warnings, Math.max(1000, clock.now() - startedAt))));
    },
    abandoned: (message) => {
      stopBeat?.();
      bar.end();
      stamped(message);
    },
  };
}

/** A batch that is over sooner need not be announced. */
const worthTellingMs = 60_000;

const numberOf = (entry: number, releases: number): string =>
  `${String(entry).padStart(String(releases).length)}/${releases}`;

function reportLines({ steps, problems }: PlanReport): string[] {
  const wrong = problems.map(problemLine);
  if (problems.length > 0) return wrong;
  return steps.flatMap((step) => [
    `${String(step.entry).padStart(4)}  ${cut(step.version)}  ${outcomeWords(step)}`,
    ...step.changes.map(
      ({ label, server, result }) => `        ${cut(label)}: ${cut(server)} → ${cut(result)}`,
    ),
    ...step.merged.map((sentence) => `        ${sentence} It stays so.`),
    ...step.findings.filter(({ rule }) => rule !== 'nothing-to-do').map(findingLine),
  ]);
}

/** A text that is longer than any the server would take; `--json` has it whole. */
function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, shortText)}… (${text.length} characters)` : text;
}

/** Characters: what the server takes, and a list of names, stay whole. */
const longestText = 600;
const shortText = 80;

function lostFileWords({ version, name, size, md5, sha256, path, remedy }: LostFileReport): string {
  const file = `${name} (${sizeInWords(size)}${md5 === null ? '' : `, MD5 ${md5}`})`;
  const copy = path === null ? '' : ` A copy is at ${path}${sha256 === null ? '' : ` (SHA-256 ${sha256})`}.`;
  return `${version} is without its file: the server has lost ${file} while refusing another.${copy} ${remedy}`;
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

/** `warnings`: how many of them the checks came to. */
function endWords(ending: Ending, tally: Tally | null, warnings: number, tookMs: number): string {
  const sentences = {
    done: 'Done.',
    failed: tally === null ? '' : 'Not all could be published.',
    refused: 'Refused.',
    conflict: 'Others have changed the same fields meanwhile.',
    usage: '',
    interrupted: 'Interrupted.',
  } as const satisfies Record<Ending, string>;
  if (tally === null) {
    return ending === 'done' ? checkedWords(warnings) : `${sentences[ending]} Nothing was sent.`.trim();
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
  return `${sentences[ending]} ${counts.join(', ')}, in ${durationInWords(tookMs)}.`;
}

/** What is only warned of is not refused by the checks, and may be by the server. */
function checkedWords(warnings: number): string {
  if (warnings === 0) return 'Nothing stands against it.';
  return `The checks let it pass, with ${warnings === 1 ? 'a warning' : `${warnings} warnings`}: see above.`;
}

/** What a name or a server says is shown, and steers no terminal. Sizes can be searched for with a plain space. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
