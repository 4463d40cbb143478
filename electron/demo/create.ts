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
import { createSchema } from './schema.ts';
import { storeFile } from './store-file.ts';
import { answeredRelease } from './wire.ts';
import { insertRelease } from './write-release.ts';

/**
 * The creation. Its steps have the numbers they have in the update, and come in an order of their own: the
 * file's form is looked at after the schema, the branch and the version after the licenses. There is no file to
 * lose, so step 14 is missing.
 */
export async function createRelease(exchange: Exchange, teamId: string): Promise<Answer> {
  const { step } = exchange;

  step(1);
  checkId(exchange, 'teamId', teamId);

  step(2);
  const team = await authorize(exchange, teamId);

  step(3);
  countRequest(exchange, 'create');

  step(4);
  const form = await readForm(exchange);
  await exchange.reach('received');
  const json = takeJson(exchange, form);

  step(5);
  const wanted = checkBody(exchange, createSchema, json);
  const file = takeFile(exchange, form);

  step(6);
  checkSize(exchange, file);

  step(7);
  checkPlan(exchange, team, file);

  step(8);
  findProduct(exchange, team, wanted.productId);
  const others = [...team.releases.values()].filter(({ productId }) => productId === wanted.productId);
  if (others.length >= team.plan.releasesPerProduct)
    refuse(exchange, 403, 'Max releases per product reached');

  step(12);
  checkLicenses(exchange, team, wanted.licenseIds);

  step(13);
  checkLicensesWithLatest(exchange, wanted.licenseIds, wanted.setAsLatest);

  step(11);
  checkBranch(exchange, team, wanted);

  step(10);
  checkVersion(exchange, team, wanted);

  // Steps 15 to 19.
  const stored = file ? await storeFile(exchange, team, wanted, file) : null;

  step(20);
  const release = insertRelease(exchange, team, wanted, stored);

  step(21);
  return { ...succeed(exchange, 201, 'Release created', answeredRelease(team, release)), applied: true };
}

/** Step 4. Other than the update, the creation takes a `data` part that is a file for broken JSON. */
function takeJson(exchange: Exchange, { data }: Form): unknown {
  if (data === null || (data.kind === 'text' && data.value === ''))
    return refuse(exchange, 400, 'Missing data field');
  return parseJson(exchange, data.kind === 'text' ? data.value : '[object File]');
}

function takeFile(exchange: Exchange, { file }: Form): SentFile | null {
  if (file?.kind === 'text') return file.value === '' ? null : refuse(exchange, 400, 'Invalid file');
  if (file) exchange.record.file = { name: file.name, size: file.size, md5: file.md5 };
  return file;
}
