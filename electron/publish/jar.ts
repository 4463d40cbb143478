import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import { type Clock, systemClock } from '../clock.ts';
import type { JarInspection } from '../model/draft.ts';
import { words } from '../texts/words.ts';
import { parsePluginYml } from './plugin-yml.ts';
import { createWindowReader, hasZip64Directory } from './zip-reader.ts';

/** Whether the server would open a file of this name: the extension must be exactly `jar` (docs/lukittu.md, ".jar files"). */
export function isInspected(fileName: string): boolean {
  return fileName.endsWith('.jar');
}

/**
 * Opens a jar to see what the server will find in it (docs/lukittu.md, step 18): an entry named exactly
 * `plugin.yml`, at most 1 MiB inflated, with a `main`. A jar the server would refuse, and one that is damaged or
 * made to do harm, is told as a `problem`, half a sentence about the jar; where the server's readers differ, what
 * any of them would refuse is one. Never throws, holds no more than about 2 MiB, and ends within seconds.
 */
export async function inspectJar(path: string, clock: Clock = systemClock): Promise<JarInspection> {
  try {
    const file = await open(path, 'r');
    try {
      return await inspect(file, clock);
    } finally {
      await file.close();
    }
  } catch (error) {
    return { problem: error instanceof JarProblem ? error.message : words().fields.jar.damaged };
  }
}

/** What is wrong with the jar, in words for the user. */
class JarProblem extends Error {}

const wanted = Buffer.from('plugin.yml');
const mostPluginYmlBytes = 1024 * 1024;
/** Deflating never makes more than this of 1 MiB: 5 bytes for each block of 16 KiB, and some. */
const mostPackedBytes = mostPluginYmlBytes + 64 * 1024;
const mostEntries = 300_000;
const longestMs = 10_000;
const entriesPerTurn = 500;
const inflate = promisify(inflateRaw);

async function inspect(file: FileHandle, clock: Clock): Promise<JarInspection> {
  const { size } = await file.stat();
  if (await hasZip64Directory(file, size)) throw new JarProblem(words().fields.jar.zip64);
  const reader = createWindowReader(file);
  const zip = await fromRandomAccessReaderPromise(reader, size, {
    autoClose: false,
    // Names are compared as bytes: what other entries are called is of no interest, however hostile.
    decodeStrings: false,
    validateEntrySizes: false,
  });
  const entry = await findPluginYml(zip, clock);
  const found = parsePluginYml(await unpack(file, zip, entry));
  if (found.main === null) throw new JarProblem(words().fields.jar.noMain);
  return { mainClassName: found.main, pluginName: found.name, pluginVersion: found.version };
}

/** Looks through the whole directory: with two of that name it would depend on the server's version which one counts. */
async function findPluginYml(zip: ZipFile, clock: Clock): Promise<Entry> {
  if (zip.entryCount > mostEntries) throw new JarProblem(words().fields.jar.tooManyEntries);
  const deadline = clock.now() + longestMs;
  let found: Entry | null = null;
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    seen += 1;
    if (seen % entriesPerTurn === 0) {
      await new Promise((resolve) => setImmediate(resolve));
      if (clock.now() > deadline) throw new JarProblem(words().fields.jar.tooLong);
    }
    if (!entry.fileNameRaw.equals(wanted)) continue;
    if (found !== null) throw new JarProblem(words().fields.jar.severalYmls);
    found = entry;
  }
  if (found === null) throw new JarProblem(words().fields.jar.noYml);
  return found;
}

async function unpack(file: FileHandle, zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.isEncrypted()) throw new JarProblem(words().fields.jar.encryptedYml);
  if (!entry.canDecodeFileData() || entry.extraFields.some(({ id }) => id === zip64ExtraField)) {
    throw new JarProblem(words().fields.jar.oddlyPackedYml);
  }
  if (entry.uncompressedSize > mostPluginYmlBytes || entry.compressedSize > mostPackedBytes) throw tooLarge();
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = Buffer.alloc(entry.compressedSize);
  const { bytesRead } = await file.read(packed, 0, packed.length, fileDataStart);
  if (bytesRead < packed.length) throw new JarProblem(words().fields.jar.damagedYml);
  const content = entry.compressionMethod === stored ? packed : await inflated(packed);
  // Some readers look at the size an entry says it has, and refuse one that lies.
  if (content.length !== entry.uncompressedSize) throw new JarProblem(words().fields.jar.damagedYml);
  return content;
}

async function inflated(packed: Buffer): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: mostPluginYmlBytes });
  } catch (error) {
    // The size an entry says it has may be a lie; this one cannot be.
    if (error instanceof RangeError) throw tooLarge();
    throw new JarProblem(words().fields.jar.damagedYml);
  }
}

const stored = 0;
const zip64ExtraField = 1;

function tooLarge(): JarProblem {
  return new JarProblem(words().fields.jar.largeYml);
}
