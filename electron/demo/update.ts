import type { Answer } from './answer.ts';
import {
  authorize,
  checkBody,
  checkBranch,
  checkId,
  checkLicenses,
  checkLicensesWithLatest,
  checkPlan,
  checkSize,
  checkVersion,
  countRequest,
  findProduct,
  parseJson,
  refuse,
  succeed,
} from './checks.ts';
import type { Exchange } from './exchange.ts';
import { type Form, readForm, type SentFile } from './multipart.ts';
import { updateSchema } from './schema.ts';
import type { DemoRelease } from './state.ts';
import { storeFile } from './store-file.ts';
import { answeredRelease } from './wire.ts';
import { replaceRelease } from './write-release.ts';

/** The update in the order in which the server works: docs/lukittu.md, "The order in which the server works". */
export async function updateRelease(exchange: Exchange, teamId: string, releaseId: string): Promise<Answer> {
  const { step } = exchange;

  step(1);
  checkId(exchange, 'teamId', teamId);
  checkId(exchange, 'releaseId', releaseId);

  step(2);
  const team = await authorize(exchange, teamId);

  step(3);
  countRequest(exchange, 'update');

  step(4);
  const form = await readForm(exchange);
  await exchange.reach('received');
  const { json, file } = takeForm(exchange, form);

  step(5);
  const wanted = checkBody(exchange, updateSchema, json);

  step(6);
  checkSize(exchange, file);

  step(7);
  checkPlan(exchange, team, file);

  step(8);
  findProduct(exchange, team, wanted.productId);

  step(9);
  const release = team.releases.get(releaseId) ?? refuse(exchange, 404, 'Release not found');

  step(10);
  checkVersion(exchange, team, wanted, releaseId);

  step(11);
  checkBranch(exchange, team, wanted);

  step(12);
  checkLicenses(exchange, team, wanted.licenseIds);

  step(13);
  const staysLatest = release.latest && wanted.status === 'PUBLISHED';
  checkLicensesWithLatest(exchange, wanted.licenseIds, wanted.setAsLatest || staysLatest);

  return writeAlone(exchange, release, async () => {
    step(14);
    if (file || !wanted.keepExistingFile) deleteStoredFile(exchange, release);
    await exchange.reach('file-deleted');

    // Steps 15 to 19.
    const stored = file ? await storeFile(exchange, team, wanted, file) : release.file;

    step(20);
    replaceRelease(exchange, team, release, wanted, stored);

    step(21);
    return { ...succeed(exchange, 200, 'Release updated', answeredRelease(team, release)), applied: true };
  });
}

/** Step 4: `data` must be text and JSON, `file` must be a file. */
function takeForm(exchange: Exchange, { data, file }: Form): { json: unknown; file: SentFile | null } {
  if (data?.kind !== 'text') return refuse(exchange, 400, 'Missing data field');
  if (file?.kind === 'text') return refuse(exchange, 400, 'Invalid file');
  if (file) exchange.record.file = { name: file.name, size: file.size, md5: file.md5 };
  return { json: parseJson(exchange, data.value), file };
}

/**
 * Of updates of one release that get to step 14 at the same time one passes, and the others end in an error,
 * which becomes a 500 (docs/lukittu.md, "The rate limit").
 */
async function writeAlone<T>(exchange: Exchange, release: DemoRelease, write: () => Promise<T>): Promise<T> {
  const { beingWritten } = exchange.world;
  if (beingWritten.has(release.id)) throw new Error(`Release ${release.id} is being written`);
  beingWritten.add(release.id);
  try {
    return await write();
  } finally {
    beingWritten.delete(release.id);
  }
}

/** Step 14. The object goes by its key, whoever else's it is; the release forgets its file, and `updatedAt` stays. */
function deleteStoredFile(exchange: Exchange, release: DemoRelease): void {
  if (!release.file) return;
  exchange.world.state.objects.delete(release.file.key);
  release.file = null;
}
