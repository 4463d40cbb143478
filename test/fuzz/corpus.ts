import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'corpus');

/** Inputs that once made something wrong, or that others are known to stumble over: each is tried in every test run. */
export function corpusOf(target: string): { name: string; input: Buffer }[] {
  return namesIn(join(folder, target)).map((name) => ({
    name,
    input: readFileSync(join(folder, target, name)),
  }));
}

/** Keeps a find for ever. Answers where. */
export function keepFind(target: string, input: Buffer): string {
  mkdirSync(join(folder, target), { recursive: true });
  const name = createHash('sha256').update(input).digest('hex').slice(0, 16);
  const path = join(folder, target, name);
  writeFileSync(path, input);
  return path;
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path).sort();
  } catch {
    return [];
  }
}
