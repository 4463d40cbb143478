import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { ServerAnswer } from '../model/attempt.ts';
import { idSchema } from '../model/release.ts';
import { detailsOf, readAnswer } from './answer.ts';
import { type FileToSend, openMultipart } from './multipart.ts';
import { type ListLimits, type Page, readAllPages } from './pages.ts';
import { failureMaker, type Stake, withoutKeys } from './request-failure.ts';
import { type SentRelease, sentReleaseSchema } from './schema.ts';
import { createTransport, type SendProgress, type Timeouts, type TransportRequest } from './transport.ts';

/** What is taken from a server at most, so that a hostile one fills neither memory nor time. */
export interface Limits extends ListLimits {
  /** Bytes of one answer. */
  readonly answerBytes: number;
}

export interface TeamOptions {
  /** From `parseServerUrl`. */
  readonly serverUrl: string;
  readonly teamId: string;
  /** From `cleanApiKey`. */
  readonly apiKey: string;
  readonly clock: Clock;
  readonly timeouts: Timeouts;
  readonly limits: Limits;
  readonly online: (() => boolean) | undefined;
  readonly ca: readonly string[] | undefined;
}

export interface RequestOptions {
  /** Breaks the request off: `cancelled`, which is `applied: 'no'` while its body has not left completely. */
  readonly signal?: AbortSignal;
}

export interface SendOptions extends RequestOptions {
  /** Called with the success before it is returned. */
  readonly onAnswer?: (answer: ServerAnswer) => void;
  readonly onProgress?: (progress: SendProgress) => void;
}

export interface TeamChange {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly data: unknown;
  readonly file: FileToSend | null;
  readonly stake: Stake;
}

export interface TeamList<T> {
  readonly path: string;
  /** What is asked for, but for the page. */
  readonly query: Readonly<Record<string, string>>;
  readonly schema: z.ZodType<Page<T>>;
  readonly idOf: (item: T) => string;
}

/**
 * Requests below the path of one team, with its key, and their answers parsed. What they throw is an `AppError` that
 * says no more than the request could have done, without the key.
 */
export interface TeamRequests {
  read<T extends z.ZodType>(path: string, schema: T, options: RequestOptions): Promise<z.infer<T>>;
  /** Reads a list in pages of 100, and gives each item once, as `readAllPages` does. */
  readPages<T>(list: TeamList<T>, options: RequestOptions): AsyncIterable<Page<T>>;
  send(change: TeamChange, options: SendOptions): Promise<SentRelease>;
  /** Ids become part of a path: what is not one is refused here, before a request is spent on it. */
  assertId(id: string, kind: 'invalid-product-id' | 'invalid-release-id', stake: Stake): void;
  /** Breaks off what is under way and closes all connections. */
  close(): Promise<void>;
}

export function createTeamRequests(options: TeamOptions): TeamRequests {
  const { serverUrl, teamId, apiKey, clock, timeouts, limits, online, ca } = options;
  const maxAnswerBytes = limits.answerBytes;
  const transport = createTransport({ serverUrl, apiKey, clock, timeouts, maxAnswerBytes, online, ca });
  const server = new URL(serverUrl).host;
  const failing = (stake: Stake) => failureMaker({ server, stake, apiKey });
  const readFailure = failing('nothing');

  const ask = async <T extends z.ZodType>(
    request: TransportRequest,
    schema: T,
    { onAnswer, onBytes }: AnswerWatch,
  ): Promise<z.infer<T>> => {
    if (!isId(teamId)) throw request.fail('invalid-team', { applied: 'no' });
    // A key that no header can carry is a wrong one; undici would refuse it as a programming error.
    if (!/^[\x21-\x7e]+$/.test(apiKey)) throw request.fail('invalid-key', { applied: 'no' });
    const path = `/api/v1/dev/teams/${teamId}${request.path}`;
    const { answer, fail } = await transport.exchange({ ...request, path });
    onBytes?.(answer.body.length);
    const data = readAnswer(answer, schema, fail);
    const details = withoutKeys(detailsOf(answer), apiKey).slice(0, longestDetails);
    onAnswer?.({ status: answer.status, details });
    return data;
  };

  const read = <T extends z.ZodType>(
    path: string,
    schema: T,
    { signal }: RequestOptions,
    watch: AnswerWatch = {},
  ) => ask({ method: 'GET', path, openBody: null, signal, fail: readFailure }, schema, watch);

  return {
    read: (path, schema, requestOptions) => read(path, schema, requestOptions),

    readPages: ({ path, query, schema, idOf }, requestOptions) =>
      readAllPages({
        readPage: (page, onBytes) => {
          const search = new URLSearchParams({ ...query, page: String(page), pageSize: '100' });
          return read(`${path}?${search}`, schema, requestOptions, { onBytes });
        },
        idOf,
        limits,
        clock,
        fail: readFailure,
      }),

    send: ({ method, path, data, file, stake }, { signal, onProgress, onAnswer }) =>
      ask(
        {
          method,
          path,
          openBody: (watch) => openMultipart(JSON.stringify(data), file, watch),
          onProgress,
          signal,
          fail: failing(stake),
        },
        sentReleaseSchema,
        { onAnswer },
      ),

    assertId: (id, kind, stake) => {
      if (!isId(id)) throw failing(stake)(kind, { applied: 'no' });
    },

    close: () => transport.close(),
  };
}

/** Told of an answer on its way to whoever asked: its bytes before it is read, what it says when it is a success. */
interface AnswerWatch {
  readonly onBytes?: ((bytes: number) => void) | undefined;
  readonly onAnswer?: ((answer: ServerAnswer) => void) | undefined;
}

/** Characters of the server's own sentence that are kept. */
const longestDetails = 1000;

const isId = (text: string): boolean => idSchema.safeParse(text).success;
