import { parseArgs } from 'node:util';
import { parseServerUrl } from '../lukittu/url.ts';
import type { RateLimit } from '../model/connection.ts';
import { givenIdSchema } from '../model/release.ts';
import { defaultMaxFileBytes, defaultRateLimit } from '../model/server-limits.ts';
import { options } from './options.ts';

/** Whose value counts where the server and the plan changed the same field. */
export type OnConflict = 'stop' | 'mine' | 'theirs';

/** Where to publish to. Never the plan alone: a key must not go where a file somebody wrote says. */
export type Target =
  /** The stored connection that fits the plan. */
  | { readonly by: 'plan' }
  | { readonly by: 'name'; readonly name: string }
  | {
      readonly by: 'address';
      readonly serverUrl: string;
      readonly teamId: string;
      readonly rateLimit: RateLimit | null;
      readonly maxFileBytes: number;
    };

export interface HeadlessOptions {
  /** Path of the plan, as it was typed; `-` for what is piped in. */
  readonly plan: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly onConflict: OnConflict;
  /** Whether files that refused uploads have cost are sent again in the end. */
  readonly putBack: boolean;
  readonly target: Target;
  /** Null: the app's own, or one that is gone afterwards. */
  readonly dataFolder: string | null;
}

export type ParsedArguments =
  | { readonly is: 'options'; readonly options: HeadlessOptions }
  | { readonly is: 'help' }
  | { readonly is: 'version' }
  /** A sentence about what cannot be understood. */
  | { readonly is: 'mistake'; readonly message: string };

/** Reads the arguments after the program's name. The plan is given by `--publish`, or stands alone. */
export function parseHeadless(args: readonly string[]): ParsedArguments {
  const parsed = parse(args);
  if (parsed instanceof Error) return mistake(sentence(parsed.message));
  const { values, positionals } = parsed;
  if (values.help) return { is: 'help' };
  if (values.version) return { is: 'version' };
  const plans = [...(values.publish ?? []), ...positionals];
  const [plan, ...more] = plans;
  if (plan === undefined || plan === '') return mistake('Name the plan file that is to be published.');
  if (more.length > 0) return mistake(`One plan at a time: there is ${plan}, and ${more.join(', ')}.`);
  const onConflict = values['on-conflict'];
  if (onConflict !== 'stop' && onConflict !== 'mine' && onConflict !== 'theirs') {
    return mistake(`--on-conflict is stop, mine or theirs, not ${onConflict}.`);
  }
  const target = targetOf(values);
  if (typeof target === 'string') return mistake(target);
  const dataFolder = values['data-folder'] ?? values['user-data-dir'] ?? null;
  if (dataFolder === '') return mistake('--data-folder is the path of a folder.');
  return {
    is: 'options',
    options: {
      plan,
      dryRun: values['dry-run'],
      json: values.json,
      onConflict,
      putBack: values['put-back'],
      target,
      dataFolder,
    },
  };
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

/** The target, or a sentence about what is wrong with it. */
function targetOf(values: Values): Target | string {
  const { connection, server, team } = values;
  const ofAddress = values['rate-limit'] ?? values['max-file-mb'];
  if (server === undefined && team === undefined) {
    if (ofAddress !== undefined) {
      return '--rate-limit and --max-file-mb go with --server and --team; a stored connection has its own.';
    }
    return connection === undefined ? { by: 'plan' } : { by: 'name', name: connection };
  }
  if (connection !== undefined) return 'Give either --connection or --server and --team.';
  if (server === undefined || team === undefined) return '--server and --team go together.';
  const url = parseServerUrl(server);
  if (!url.ok) return `${url.failure.message} ${url.failure.remedy}`;
  const teamId = givenIdSchema.safeParse(team);
  if (!teamId.success) return 'The team ID is a UUID; the dashboard shows it.';
  const rateLimit = rateLimitOf(values['rate-limit']);
  if (rateLimit === undefined) return '--rate-limit is none, or requests and seconds such as 5/300.';
  const maxFileBytes = bytesOf(values['max-file-mb']);
  if (maxFileBytes === null) return '--max-file-mb is a whole number of megabytes, from 1 to 999999.';
  return { by: 'address', serverUrl: url.value, teamId: teamId.data, rateLimit, maxFileBytes };
}

function rateLimitOf(text: string | undefined): RateLimit | null | undefined {
  if (text === undefined) return defaultRateLimit;
  if (text === 'none') return null;
  const [, count, seconds] = /^([1-9]\d{0,2})\/([1-9]\d{0,4})$/.exec(text) ?? [];
  if (count === undefined || seconds === undefined) return undefined;
  return { count: Number(count), windowSeconds: Number(seconds) };
}

function bytesOf(megabytes: string | undefined): number | null {
  if (megabytes === undefined) return defaultMaxFileBytes;
  return /^[1-9]\d{0,5}$/.test(megabytes) ? Number(megabytes) * 1024 * 1024 : null;
}

/** What Node says of an argument, as a sentence. */
function sentence(text: string): string {
  const first = text.split(/\. |\n/)[0] ?? text;
  return first.endsWith('.') ? first : `${first}.`;
}

const mistake = (message: string): ParsedArguments => ({ is: 'mistake', message });

export const usage = `Publishes a plan file without a window.

  --publish plan.json       the plan: a .json file with its artifacts beside it, a .zip with them, or - for a .json
                            that is piped in, with its artifacts in the current folder
  --dry-run                 only check, and say what would be done
  --json                    one line of JSON for each thing that happens
  --on-conflict=stop        where others changed the same field meanwhile: stop (the default), mine or theirs
  --put-back                where a refused upload has cost a release its file, now or in an earlier run, and the data
                            folder has a copy: send that in the end

  Where to, and with which key:
  --connection=NAME         a connection of the app; without it, the one that fits the plan
  --server=URL --team=ID    a server and team, with the key in LUKITTU_API_KEY
  --rate-limit=5/300        requests in so many seconds the server takes, or none (with --server)
  --max-file-mb=10          the largest file the server takes (with --server)
  --data-folder=PATH        where the app keeps its data; with --server nothing is kept unless this is given

  --help, --version

Ends with 0 when all is published, 1 when something failed, 2 when the plan or the checks refuse it, 3 for a conflict,
64 for arguments that make no sense, and 130 when it was interrupted. docs/plan-file.md has the details.
`;
