import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Real exchanges with a running Lukittu server, in order (test/recordings/). */

const teamWithOneRelease = z.strictObject({
  teamId: z.string(),
  apiKey: z.string(),
  productId: z.string(),
  releaseId: z.string(),
});

const requestSchema = z.strictObject({
  method: z.string(),
  path: z.string(),
  authorization: z.string().optional(),
  /** The address the server saw: a new one means fresh rate-limit buckets. */
  clientIp: z.string(),
  /** The `data` part, as JSON. */
  data: z.record(z.string(), z.unknown()).optional(),
  /** The `data` part, as it stands. */
  rawData: z.string().optional(),
  /** `data` is sent as a file. */
  dataAs: z.literal('file').optional(),
  file: z
    .union([
      z.strictObject({
        filename: z.string(),
        contentType: z.string(),
        fill: z.strictObject({ byte: z.number(), length: z.number() }),
      }),
      z.strictObject({ filename: z.string(), contentType: z.string(), base64: z.string() }),
    ])
    .optional(),
  /** The `file` part, sent as text. */
  fileAsText: z.string().optional(),
  /** The whole body, which is no form. */
  raw: z.string().optional(),
  contentType: z.string().optional(),
});

const exchangeSchema = z.strictObject({
  name: z.string(),
  request: requestSchema,
  response: z.strictObject({
    status: z.number(),
    headers: z.record(z.string(), z.string()),
    body: z.unknown().optional(),
    /** The first 200 characters of an answer that is not JSON. */
    text: z.string().optional(),
  }),
});

const recordingSchema = z.strictObject({
  about: z.string(),
  team: z.strictObject({
    teamId: z.string(),
    apiKey: z.string(),
    wrongApiKey: z.string(),
    products: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    branches: z.array(z.strictObject({ id: z.string(), name: z.string(), productId: z.string() })),
    otherTeams: z.strictObject({ freeNoUploads: teamWithOneRelease, tinyStorage1MB: teamWithOneRelease }),
    unknownUuid: z.string(),
    maxFileBytes: z.number(),
  }),
  exchanges: z.array(exchangeSchema),
});

export type Recording = z.infer<typeof recordingSchema>;
export type RecordedExchange = z.infer<typeof exchangeSchema>;

export const readRecording = (): Recording =>
  recordingSchema.parse(
    JSON.parse(readFileSync(new URL('../recordings/exchanges.json', import.meta.url), 'utf8')),
  );

/** The header in which a replayed request names the address it is to be counted for. */
export const clientIpHeader = 'x-recorded-client-ip';

/** Sends a recorded request to another server, exactly as it was sent to the real one. */
export function replay(origin: string, { request }: RecordedExchange): Promise<Response> {
  const headers = new Headers({ [clientIpHeader]: request.clientIp });
  if (request.authorization !== undefined) headers.set('authorization', request.authorization);
  if (request.contentType !== undefined) headers.set('content-type', request.contentType);
  const body = request.raw === undefined ? formOf(request) : Buffer.from(request.raw);
  return fetch(origin + request.path, { method: request.method, headers, body, redirect: 'manual' });
}

function formOf(request: RecordedExchange['request']): FormData | null {
  if (request.method === 'GET') return null;
  const form = new FormData();
  const data = request.rawData ?? (request.data && JSON.stringify(request.data));
  if (data !== undefined)
    form.append('data', request.dataAs === 'file' ? new File([data], 'data.json') : data);
  if (request.fileAsText !== undefined) form.append('file', request.fileAsText);
  if (request.file) {
    const { filename, contentType } = request.file;
    const bytes =
      'fill' in request.file
        ? Buffer.alloc(request.file.fill.length, request.file.fill.byte)
        : Buffer.from(request.file.base64, 'base64');
    form.append('file', new File([bytes], filename, { type: contentType }));
  }
  return form;
}
