import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { ClientGone, type Exchange } from './exchange.ts';

/** The parts the server looks at: the first of each name. */
export interface Form {
  readonly data: FormPart | null;
  readonly file: FormPart | null;
}

export type FormPart = { readonly kind: 'text'; readonly value: string } | SentFile;

export interface SentFile {
  readonly kind: 'file';
  /** As sent: Unicode, and even `../` (docs/lukittu.md, "Odds and ends"). May be empty. */
  readonly name: string;
  /** Bytes sent. */
  readonly size: number;
  /** What was sent, or nothing when it was more than the server's limit. */
  readonly bytes: Buffer;
  /** Of what was sent, lower-case hex. */
  readonly md5: string;
}

/** The most a text part may have, in bytes: far more than any valid one. */
const longestText = 4 * 1024 * 1024;

/**
 * Takes the request's whole body and splits it into its parts; keeps no more of a file than the server's limit.
 * @throws {ClientGone} when the client goes away before the end, {Refusal} or {Dropped} when a fault strikes,
 * and anything else when the body is not a whole form, which the server answers with 500
 */
export async function readForm(exchange: Exchange): Promise<Form> {
  const { request, world } = exchange;
  const parser = busboy({
    headers: request.headers,
    preservePath: true,
    defParamCharset: 'utf8',
    limits: { fieldSize: longestText },
  });
  const parts = new Map<string, Promise<FormPart>>();
  const keep = (name: string, part: () => Promise<FormPart>, ignored?: Readable) => {
    if (parts.has(name)) ignored?.resume();
    else parts.set(name, expectingFailure(part()));
  };
  parser.on('field', (name, value, { mimeType }) => {
    // busboy takes a file with an empty name for text; only its content type gives it away.
    const isFile = name === 'file' && mimeType !== 'text/plain';
    keep(name, async () => (isFile ? emptyNamedFile(value) : { kind: 'text', value }));
  });
  parser.on('file', (name, stream, { filename }: { filename?: string }) => {
    keep(name, () => readFile(stream, filename ?? '', world.maxFileBytes), stream);
  });
  const parsed = expectingFailure(once(parser, 'close'));
  try {
    for await (const chunk of bodyOf(request)) {
      await exchange.take(chunk.length);
      if (!parser.write(chunk)) await Promise.race([once(parser, 'drain'), parsed]);
    }
    parser.end();
    await parsed;
    const [data, file] = await Promise.all([parts.get('data') ?? null, parts.get('file') ?? null]);
    return { data, file };
  } finally {
    parser.destroy();
  }
}

/** A form that breaks off fails in several places; it is reported from the one that is waited for. */
function expectingFailure<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** The body as it comes in. Leaving early leaves the connection alone: the answer still goes out on it. */
async function* bodyOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* request.iterator({ destroyOnReturn: false });
  } catch (error) {
    throw request.complete ? error : new ClientGone();
  }
}

async function readFile(stream: Readable, name: string, limit: number): Promise<SentFile> {
  const md5 = createHash('md5');
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    md5.update(chunk);
    if (size <= limit) chunks.push(chunk);
    else chunks = [];
  }
  return { kind: 'file', name, size, bytes: Buffer.concat(chunks), md5: md5.digest('hex') };
}

function emptyNamedFile(content: string): SentFile {
  const bytes = Buffer.from(content);
  const md5 = createHash('md5').update(bytes).digest('hex');
  return { kind: 'file', name: '', size: bytes.length, bytes, md5 };
}
