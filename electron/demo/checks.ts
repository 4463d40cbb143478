import { type Answer, lukittuAnswer, Refusal } from './answer.ts';
import type { Exchange } from './exchange.ts';
import type { SentFile } from './multipart.ts';
import { isId, parseBody } from './schema.ts';
import type { DemoProduct, DemoTeam } from './state.ts';

/** The checks that more than one call makes, each under the number of its step in docs/lukittu.md. */

/** @throws {Refusal} always */
export function refuse(exchange: Exchange, status: number, details: string, data: unknown = null): never {
  throw new Refusal(lukittuAnswer(status, details, data, exchange.world.clock.now()));
}

export const succeed = (exchange: Exchange, status: number, details: string, data: unknown): Answer =>
  lukittuAnswer(status, details, data, exchange.world.clock.now());

/** Step 1. */
export function checkId(exchange: Exchange, name: 'teamId' | 'releaseId', id: string): void {
  if (!isId(id)) refuse(exchange, 400, `Invalid ${name}`);
}

/** Step 2. A team that does not exist and a key of another team are the same to it. */
export async function authorize(exchange: Exchange, teamId: string): Promise<DemoTeam> {
  await exchange.reach('authorization');
  const team = exchange.world.state.teams.get(teamId);
  const key = /^bearer (.*)$/i.exec(exchange.request.headers.authorization ?? '')?.[1];
  if (!team || key !== team.apiKey) return refuse(exchange, 401, 'Invalid API key');
  return team;
}

/** Step 3. */
export function countRequest(exchange: Exchange, kind: 'create' | 'update'): void {
  if (exchange.world.limiter.refuses(kind, exchange.record.client))
    refuse(exchange, 429, 'Too many requests');
}

/** Step 4, in part: the JSON of the `data` part. */
export function parseJson(exchange: Exchange, text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    exchange.record.data = json;
    return json;
  } catch {
    return refuse(exchange, 400, 'Invalid JSON in data field');
  }
}

/** Step 5. */
export function checkBody<Body>(
  exchange: Exchange,
  schema: Parameters<typeof parseBody<Body>>[0],
  json: unknown,
): Body {
  const parsed = parseBody(schema, json);
  return 'body' in parsed ? parsed.body : refuse(exchange, 400, 'Invalid request body', parsed.problems);
}

/** Step 6. */
export function checkSize(exchange: Exchange, file: SentFile | null): void {
  const { maxFileBytes } = exchange.world;
  if (file && file.size > maxFileBytes)
    refuse(exchange, 400, `File too large. Maximum size is ${(maxFileBytes / 1024 / 1024).toFixed(1)} MB`);
}

/** Step 7. */
export function checkPlan(exchange: Exchange, team: DemoTeam, file: SentFile | null): void {
  if (file && !team.plan.uploads) refuse(exchange, 400, 'File uploads require a paid subscription');
}

/** Step 8. */
export function findProduct(exchange: Exchange, team: DemoTeam, productId: string): DemoProduct {
  return team.products.get(productId) ?? refuse(exchange, 404, 'Product not found');
}

interface Placed {
  readonly version: string;
  readonly productId: string;
  readonly branchId: string | null;
}

/** Step 10. `releaseId` is the release that may have the version: the one being updated. */
export function checkVersion(exchange: Exchange, team: DemoTeam, wanted: Placed, releaseId?: string): void {
  for (const other of team.releases.values())
    if (other.id !== releaseId && other.version === wanted.version && isSamePlace(other, wanted))
      refuse(exchange, 409, 'A release with this version already exists for this product and branch');
}

/** Whether both are of one product and branch. */
export const isSamePlace = (a: Omit<Placed, 'version'>, b: Omit<Placed, 'version'>): boolean =>
  a.productId === b.productId && a.branchId === b.branchId;

/** Step 11. A branch of another product does not exist. */
export function checkBranch(exchange: Exchange, team: DemoTeam, wanted: Placed): void {
  if (wanted.branchId === null) return;
  if (team.branches.get(wanted.branchId)?.productId !== wanted.productId)
    refuse(exchange, 404, 'Branch not found');
}

/** Step 12. The server counts what it finds, so an id given twice counts as missing. */
export function checkLicenses(exchange: Exchange, team: DemoTeam, licenseIds: readonly string[]): void {
  const found = new Set(licenseIds.filter((id) => team.licenses.has(id)));
  if (found.size !== licenseIds.length) refuse(exchange, 404, 'One or more license IDs not found');
}

/** Step 13. `wouldBeLatest`: latest is asked for, or an update would leave it. */
export function checkLicensesWithLatest(
  exchange: Exchange,
  licenseIds: readonly string[],
  wouldBeLatest: boolean,
): void {
  if (licenseIds.length > 0 && wouldBeLatest)
    refuse(exchange, 400, 'Cannot set as latest release when license IDs are provided');
}
