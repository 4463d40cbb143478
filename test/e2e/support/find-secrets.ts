import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a secret was found; the secret itself is not repeated. */
export interface Found {
  readonly path: string;
  /** How it was written there. */
  readonly as: string;
}

/** Searches files for secrets, as they are and as programs write them. */
export function findSecrets(paths: readonly string[], secrets: readonly string[]): Found[] {
  const wanted = secrets.flatMap((secret) => formsOf(secret));
  return paths.flatMap((path) => {
    const bytes = readIfThere(path);
    const form = wanted.find(({ form }) => bytes.includes(form));
    return form ? [{ path, as: form.as }] : [];
  });
}

/** SQLite and Chromium write text as it is or in UTF-16; a header is Base64 in some logs, a URL is escaped. */
function formsOf(secret: string): { as: string; form: Buffer }[] {
  return [
    { as: 'text', form: Buffer.from(secret) },
    { as: 'UTF-16', form: Buffer.from(secret, 'utf16le') },
    { as: 'Base64', form: Buffer.from(Buffer.from(secret).toString('base64').replace(/=+$/, '')) },
    { as: 'a URL', form: Buffer.from(encodeURIComponent(secret)) },
  ];
}

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A Chromium that was killed may still be clearing up behind itself. */
function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
