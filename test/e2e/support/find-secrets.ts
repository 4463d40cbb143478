import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** Where a secret was found; the secret itself is not repeated. */
export interface Found {
  readonly path: string;
  /** How it was written there. */
  readonly as: string;
}

/** Searches files for secrets, as they are and as programs write them; in a ZIP also what is packed in it. */
export async function findSecrets(paths: readonly string[], secrets: readonly string[]): Promise<Found[]> {
  const wanted = secrets.flatMap((secret) => formsOf(secret));
  const found: Found[] = [];
  for (const path of paths) {
    const bytes = readIfThere(path);
    const all = [bytes, ...(await packedIn(bytes))];
    const form = wanted.find(({ form }) => all.some((each) => each.includes(form)));
    if (form) found.push({ path, as: form.as });
  }
  return found;
}

/** What is in a ZIP. A file that only begins like one has nothing in it. */
async function packedIn(bytes: Buffer): Promise<Buffer[]> {
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return [];
  const packed: Buffer[] = [];
  try {
    const zip = await fromBufferPromise(bytes);
    for await (const entry of zip.eachEntry())
      packed.push(await buffer(await zip.openReadStreamPromise(entry)));
  } catch {
    // What has been read of it is searched.
  }
  return packed;
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
