import { refuse } from './checks.ts';
import type { Exchange } from './exchange.ts';
import { mainClassOf } from './jar.ts';
import type { SentFile } from './multipart.ts';
import { type DemoFile, type DemoTeam, extensionOf, putObject, storageKey } from './state.ts';

const mebibyte = 1024 * 1024;

/**
 * Steps 15 to 19 of docs/lukittu.md: what a sent file goes through before it is stored. Whoever calls this has
 * already deleted the old file, and a refusal here does not bring it back.
 * @throws {Refusal} at steps 15, 17 and 18, and wherever a fault answers
 */
export async function storeFile(
  exchange: Exchange,
  team: DemoTeam,
  release: { readonly productId: string; readonly version: string },
  file: SentFile,
): Promise<DemoFile> {
  const { world } = exchange;

  exchange.step(15);
  const used = [...team.releases.values()].reduce((sum, { file: stored }) => sum + (stored?.size ?? 0), 0);
  if ((used + file.size) / mebibyte > team.plan.storageMb) refuse(exchange, 400, 'Storage limit reached');

  exchange.step(16);
  const checksum = file.md5;

  exchange.step(17);
  const extension = extensionOf(file.name);
  if (extension === '') refuse(exchange, 400, 'File must have an extension');

  exchange.step(18);
  const mainClassName = extension === 'jar' ? await mainClassOf(file.bytes) : null;
  if (extension === 'jar' && mainClassName === null)
    refuse(exchange, 400, 'Main class not found in JAR file');

  exchange.step(19);
  await exchange.reach('upload');
  const key = storageKey(team.id, release, file.name);
  putObject(world.state, key, file.bytes);

  const createdAt = new Date(world.clock.now()).toISOString();
  return { id: world.newId(), key, name: file.name, size: file.size, checksum, mainClassName, createdAt };
}
