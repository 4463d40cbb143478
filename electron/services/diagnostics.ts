import { release as systemRelease, totalmem } from 'node:os';
import { type Clock, isoNow } from '../clock.ts';
import { lastErrors, lastLines } from '../diagnostics/kept-lines.ts';
import type { Log } from '../diagnostics/log.ts';
import { originOf } from '../lukittu/url.ts';
import type { Connection } from '../model/connection.ts';
import type { Job } from '../model/job.ts';
import { inTurns } from '../pieces.ts';
import { sizeInWords } from '../publish/words.ts';
import type { Counts } from '../store/counts.ts';
import { english } from '../texts/english.ts';

/** What helps others to find out what is wrong, without anything of the user's own. */
export interface Diagnostics {
  /** A text for a report: versions, settings, connections by id and server, counts, the last errors and the log's end. */
  report(): Promise<string>;
  /** Something in the page that nobody foresaw; after the first hundred of a session no more are written down. */
  pageFailed(where: string, name: string, stack: string): void;
}

interface Dependencies {
  app: { version: string; platform: string; runtime: string };
  dataFolder: string;
  startedAt: number;
  clock: Clock;
  log: Log;
  keyringProblem: () => string | null;
  online: () => boolean;
  /** What had to be mended on opening the store. */
  notices: readonly string[];
  settings: () => Readonly<Record<string, string>>;
  connections: () => readonly Connection[];
  countsOf: (connectionId: string) => Counts;
  jobs: () => readonly Job[];
}

const mostPageErrors = 100;
const linesOfLog = 200;
/** The last of all that are kept, however long ago: a thousand jobs may have gone well since. */
const errorsShown = 40;

export function createDiagnostics(given: Dependencies): Diagnostics {
  const { log } = given;
  let pageErrors = 0;
  return {
    report: async () => {
      const files = await log.kept();
      const errors = await inTurns(lastErrors(files, errorsShown));
      const sections = [
        ['Lukittu Release Manager', aboutApp(given)],
        ['Settings', Object.entries(given.settings()).map(([name, value]) => `${name}: ${value}`)],
        ['Connections', given.connections().flatMap((connection) => aboutConnection(connection, given))],
        ['Last errors', errors.flat()],
        [`Log (last ${linesOfLog} lines)`, lastLines(files, linesOfLog)],
      ] as const;
      return sections
        .map(([title, content]) => [title, ...(content.length === 0 ? ['none'] : content).map(indented)])
        .map((section) => section.map(log.redact).join('\n'))
        .join('\n\n')
        .concat('\n');
    },
    pageFailed: (where, name, stack) => {
      pageErrors += 1;
      if (pageErrors <= mostPageErrors) log.ofPage(where, name, stack);
    },
  };
}

const indented = (line: string): string => `  ${line}`;

function aboutApp(given: Dependencies): string[] {
  const { app, clock, startedAt } = given;
  const { node, chrome, electron, sqlite } = process.versions;
  const problem = given.keyringProblem();
  return [
    `version: ${app.version}`,
    `time: ${isoNow(clock)}, running for ${Math.round((clock.now() - startedAt) / 60_000)} min`,
    `system: ${app.platform} ${process.arch} ${systemRelease()}, ${sizeInWords(totalmem(), english)} of memory`,
    `runtime: ${app.runtime}, Electron ${electron ?? 'none'}, Chromium ${chrome ?? 'of the system'}, Node ${node}, SQLite ${sqlite}`,
    `language: ${Intl.DateTimeFormat().resolvedOptions().locale}, ${Intl.DateTimeFormat().resolvedOptions().timeZone}`,
    `memory in use: ${sizeInWords(process.memoryUsage().rss, english)}`,
    `data folder: ${given.dataFolder}`,
    `keyring: ${problem === null ? 'available' : `not available (${problem})`}`,
    `network: ${given.online() ? 'online' : 'offline'}`,
    ...given.notices.map((notice) => `notice at the start: ${notice}`),
  ];
}

/** No name: what a person calls a team, a product or a customer is theirs. */
function aboutConnection(connection: Connection, { countsOf, jobs }: Dependencies): string[] {
  const { id, serverUrl, keyHeld, maxFileBytes, rateLimit, demo } = connection;
  const limit = rateLimit === null ? 'no rate limit' : `${rateLimit.count} in ${rateLimit.windowSeconds} s`;
  const states = statesOf(jobs().filter(({ connectionId }) => connectionId === id));
  return [
    `${id}: ${originOf(serverUrl)}${demo ? ' (the demo team)' : ''}`,
    `  key: ${keyHeld}; files up to ${sizeInWords(maxFileBytes, english)}; ${limit}`,
    `  ${Object.entries(countsOf(id))
      .map(([what, count]) => `${what}: ${count}`)
      .join(', ')}`,
    `  jobs by state: ${states}`,
  ];
}

function statesOf(jobs: readonly Job[]): string {
  const counts = new Map<string, number>();
  for (const { state } of jobs) counts.set(state.at, (counts.get(state.at) ?? 0) + 1);
  return [...counts].map(([at, count]) => `${count} ${at}`).join(', ') || 'none';
}
