import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { type DemoServer, type DemoServerOptions, startDemoServer } from '../../electron/demo/server.ts';
import {
  addBranch,
  addLicense,
  addProduct,
  addRelease,
  addTeam,
  createState,
  type DemoRelease,
} from '../../electron/demo/state.ts';

/** Speaks to the demo server without the product's client, so that one can be tested against the other. */
export interface SmallTeam {
  readonly demo: DemoServer;
  readonly productId: string;
  readonly branchId: string;
  readonly licenseId: string;
  /** Version 1.0.0, latest, with the file "old.zip". */
  readonly release: DemoRelease;
  /** Version 2.0.0, without a file. */
  readonly other: DemoRelease;
}

/**
 * A demo server with one product, one branch, one license and two releases; gone when the test ends. There is no rate
 * limit unless asked for.
 */
export async function startSmallTeam(options: DemoServerOptions = {}): Promise<SmallTeam> {
  const state = createState();
  const team = addTeam(state);
  const { id: productId } = addProduct(team, { name: 'Plugin' });
  const { id: branchId } = addBranch(team, { productId, name: 'dev' });
  const { id: licenseId } = addLicense(team, { productIds: [productId] });
  const release = addRelease(state, team, {
    productId,
    version: '1.0.0',
    latest: true,
    file: { name: 'old.zip', bytes: Buffer.from('the old file') },
  });
  const other = addRelease(state, team, { productId, version: '2.0.0' });
  const demo = await startDemoServer({ limit: 'none', state, ...options });
  onTestFinished(() => demo.close());
  return { demo, productId, branchId, licenseId, release, other };
}

/** The `data` of an update that leaves the release as it is, file included. */
export const unchanged = (release: DemoRelease) => ({
  version: release.version,
  productId: release.productId,
  status: release.status,
  setAsLatest: release.latest,
  keepExistingFile: true,
  branchId: release.branchId,
  metadata: release.metadata.map(({ key, value, locked }) => ({ key, value, locked })),
  licenseIds: release.licenseIds,
});

export interface LukittuAnswer {
  readonly status: number;
  readonly details: string;
  readonly data: unknown;
}

const envelope = z.object({ data: z.unknown(), result: z.object({ details: z.string() }) });

export interface SentRequest {
  readonly method?: string;
  readonly path: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: { readonly data?: unknown; readonly file?: File | string | undefined };
  readonly signal?: AbortSignal;
}

/** Sends a request below `/api/v1/dev/teams/{teamId}`. `data` is sent as JSON unless it is a string. */
export function sendTo(demo: DemoServer, request: SentRequest): Promise<Response> {
  const { method = 'GET', path, key = demo.apiKey, headers = {}, form, signal } = request;
  const body = form ? formOf(form) : null;
  return fetch(`${demo.origin}/api/v1/dev/teams/${demo.teamId}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...headers },
    body,
    redirect: 'manual',
    signal: signal ?? null,
  });
}

export async function askLukittu(demo: DemoServer, request: SentRequest): Promise<LukittuAnswer> {
  const response = await sendTo(demo, request);
  const { data, result } = envelope.parse(await response.json());
  return { status: response.status, details: result.details, data };
}

export const update = (
  demo: DemoServer,
  release: DemoRelease,
  data: unknown,
  file?: File,
): Promise<LukittuAnswer> =>
  askLukittu(demo, { method: 'PUT', path: `/releases/${release.id}`, form: { data, file } });

function formOf({ data, file }: NonNullable<SentRequest['form']>): FormData {
  const form = new FormData();
  if (data !== undefined) form.append('data', typeof data === 'string' ? data : JSON.stringify(data));
  if (file !== undefined) form.append('file', file);
  return form;
}
