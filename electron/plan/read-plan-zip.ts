import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import { mostPlanEntries, type PlanArtifact, type PlanProblem } from '../model/plan.ts';
import { createWindowReader } from '../publish/zip-reader.ts';
import { words } from '../texts/words.ts';
import { noFiles, type PlanFiles } from './plan-artifacts.ts';
import { largestPlan, type ReadPlan, readPlan } from './read-plan.ts';
import { planNameInZip } from './write-plan-zip.ts';

/** A ZIP that is read as a plan. Its files are unpacked one by one, when they are asked for. */
export interface OpenedPlanZip {
  readonly read: ReadPlan;
  readonly files: PlanFiles;
  /** Removes what was unpacked and lets go of the file. */
  close(): Promise<void>;
}

/** What is wrong with the ZIP, in a sentence for the user. */
class ZipProblem extends Error {}

/** The plan, an artifact for each entry, the folders they are in; and what people's tools add to a ZIP. */
const mostEntries = 4 * mostPlanEntries;
/** Bytes that are unpacked of one ZIP. */
const mostUnpacked = 4 * 1024 ** 3;

/**
 * Opens a ZIP with a plan and its artifacts. Only what the plan names is ever unpacked, to names of the app's own
 * choosing, and not a byte more than the plan says it has: what else is in the archive, what its entries call
 * themselves and what they say of their size does no harm. Problems are told, not thrown.
 */
export async function openPlanZip(path: string, scratch: string = tmpdir()): Promise<OpenedPlanZip> {
  const file = await open(path, 'r');
  const folder = await mkdtemp(join(scratch, 'lukittu-plan-'));
  const close = async (): Promise<void> => {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const read = readPlan(await planBytes(await look(file, [planNameInZip])));
    const artifacts = read.plan?.entries.flatMap(({ file: intent }) =>
      intent.kind === 'replace' ? [intent.artifact] : [],
    );
    const archive = await look(file, [planNameInZip, ...(artifacts ?? []).map(({ path: place }) => place)]);
    await refuseOverlaps(archive);
    return { read, files: filesOf(archive, artifacts ?? [], folder), close };
  } catch (error) {
    if (!(error instanceof ZipProblem)) {
      await close();
      throw error;
    }
    return { read: { plan: null, problems: [problemOf(error)] }, files: noFiles, close };
  }
}

interface Archive {
  readonly file: FileHandle;
  readonly zip: ZipFile;
  /** Those that were looked for, by their names. */
  readonly entries: ReadonlyMap<string, Entry | 'twice'>;
}

/** Looks through the whole directory for the entries of these names. Names are compared as bytes, and never used. */
async function look(file: FileHandle, names: readonly string[]): Promise<Archive> {
  const wanted = new Map(names.map((name) => [Buffer.from(name).toString('latin1'), name]));
  const { size } = await file.stat();
  try {
    const zip = await fromRandomAccessReaderPromise(createWindowReader(file), size, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
    if (zip.entryCount > mostEntries) throw new ZipProblem(words().plans.zip.tooManyEntries);
    const entries = new Map<string, Entry | 'twice'>();
    let seen = 0;
    for await (const entry of zip.eachEntry()) {
      seen += 1;
      if (seen % entriesPerTurn === 0) await new Promise((resolve) => setImmediate(resolve));
      const name = wanted.get(entry.fileNameRaw.toString('latin1'));
      if (name !== undefined) entries.set(name, entries.has(name) ? 'twice' : entry);
    }
    return { file, zip, entries };
  } catch (error) {
    throw problemOr(error, words().plans.zip.damaged);
  }
}

const entriesPerTurn = 500;

/** The one entry of this name, if it is an ordinary file that can be unpacked. */
function entryNamed({ entries }: Archive, name: string): Entry {
  const said = words().plans.zip;
  const entry = entries.get(name);
  if (entry === undefined) throw new ZipProblem(said.missing(name));
  if (entry === 'twice') throw new ZipProblem(said.twice(name));
  const type = (entry.externalFileAttributes >>> 16) & fileTypes;
  if (type !== 0 && type !== ordinaryFile) throw new ZipProblem(said.notOrdinary(name));
  if (entry.isEncrypted()) throw new ZipProblem(said.encrypted(name));
  if (!entry.canDecodeFileData()) throw new ZipProblem(said.oddlyPacked(name));
  return entry;
}

const fileTypes = 0o170000;
const ordinaryFile = 0o100000;

async function planBytes(archive: Archive): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const entry = entryNamed(archive, planNameInZip);
  await unpack(archive, entry, planNameInZip, { most: largestPlan }, async (chunk) => {
    chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}

function filesOf(archive: Archive, artifacts: readonly PlanArtifact[], folder: string): PlanFiles {
  const sizes = new Map(artifacts.map(({ path, size }) => [path, size]));
  const unpacked = new Map<string, string>();
  let total = 0;
  return {
    stay: false,
    locate: async (path) => {
      const before = unpacked.get(path);
      if (before !== undefined) return { real: before };
      try {
        const size = sizes.get(path) ?? 0;
        total += size;
        if (total > mostUnpacked) throw new ZipProblem(words().plans.zip.tooMuch);
        const place = join(folder, String(unpacked.size));
        await unpackTo(archive, path, size, place);
        unpacked.set(path, place);
        return { real: place };
      } catch (error) {
        if (!(error instanceof ZipProblem)) throw error;
        return { message: error.message, remedy: words().plans.zip.remedy };
      }
    },
  };
}

async function unpackTo(archive: Archive, name: string, size: number, place: string): Promise<void> {
  const entry = entryNamed(archive, name);
  const target = await open(place, 'w', 0o600);
  try {
    await unpack(archive, entry, name, { most: size }, async (chunk) => {
      await target.appendFile(chunk);
    });
  } finally {
    await target.close();
  }
}

/** Hands over what an entry holds, and stops at the first byte that is more than it may hold. */
async function unpack(
  { file, zip }: Archive,
  entry: Entry,
  name: string,
  { most }: { most: number },
  take: (chunk: Buffer) => Promise<void>,
): Promise<void> {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(new ZipProblem(words().plans.zip.larger(name, most)));
      else take(chunk).then(() => done(), done);
    },
  });
  counted.resume();
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = rangeOf(file, fileDataStart, entry.compressedSize);
    if (entry.compressionMethod === stored) await pipeline(packed, counted);
    else await pipeline(packed, createInflateRaw(), counted);
  } catch (error) {
    throw problemOr(error, words().plans.zip.entryDamaged(name));
  }
}

const stored = 0;

function rangeOf(file: FileHandle, start: number, length: number): Readable {
  if (length === 0) return Readable.from([]);
  return file.createReadStream({ start, end: start + length - 1, autoClose: false });
}

/** Entries that share their bytes are how a small ZIP becomes an endless one. */
async function refuseOverlaps({ zip, entries }: Archive): Promise<void> {
  const ranges: { name: string; start: number; end: number }[] = [];
  for (const [name, entry] of entries) {
    if (entry === 'twice') continue;
    const header = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch((error: unknown) => {
      throw problemOr(error, words().plans.zip.entryDamaged(name));
    });
    const { relativeOffsetOfLocalHeader: start, compressedSize } = entry;
    ranges.push({ name, start, end: header.fileDataStart + compressedSize });
  }
  let before = { name: '', end: 0 };
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    if (range.start < before.end) {
      throw new ZipProblem(words().plans.zip.overlap(before.name, range.name));
    }
    before = range;
  }
}

/** What yauzl and zlib throw is the ZIP's fault; what the system says of the disk is not. */
function problemOr(error: unknown, message: string): unknown {
  if (error instanceof ZipProblem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E(?!RR_)/.test(code) ? error : new ZipProblem(message);
}

function problemOf({ message }: ZipProblem): PlanProblem {
  return { kind: 'form', entry: null, version: null, field: '', message, remedy: words().plans.zip.remedy };
}
