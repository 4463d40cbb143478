import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { mostPlanEntries } from '../model/plan.ts';
import { type Said, words } from '../texts/words.ts';
import { fixedColumns, fixedNamed } from './csv-format.ts';

/** A CSV file as its cells. */
export interface Table {
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
}

/** Bytes. 10,000 releases with five long entries of metadata each are about 14 MB. */
export const largestCsv = 16 * 1024 * 1024;
/** Bytes among which the header has to be. */
const longestHeader = 256 * 1024;
/** Records that are looked at: as many as a plan can have, and empty lines between them. */
const mostRecords = 2 * mostPlanEntries + 1;
/** Bytes that are taken apart at once: some milliseconds of work. */
const bytesAtOnce = 16 * 1024;

/** Takes the file apart with the separator under which its first row names columns. In pieces. */
export async function readTable(bytes: Uint8Array): Promise<Table | Said> {
  const said = words().plans.csv;
  if (bytes.byteLength > largestCsv) {
    return said.tooLarge(largestCsv / 1024 / 1024);
  }
  const text = utf8Of(bytes);
  if (text === null) return wrongEncoding(bytes);
  // Excel tells and understands the separator in a line of its own.
  const told = /^sep=.\r?\n/.exec(Buffer.from(text.subarray(0, 8)).toString('latin1'))?.[0] ?? '';
  const body = text.subarray(told.length);
  for (const delimiter of [',', ';', '\t']) {
    const header = await headerOf(body, delimiter);
    if (!header?.some((cell) => fixedNamed(cell) !== null)) continue;
    try {
      const [, ...records] = await split(body, delimiter, mostRecords + 1);
      if (records.length >= mostRecords) {
        return said.moreRows(mostPlanEntries);
      }
      return { header: named(header), records };
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      return said.noCells(typeof error.lines === 'number' ? error.lines : null);
    }
  }
  return said.noHeader(fixedColumns.join(', '));
}

/** Without the empty columns that a spreadsheet leaves behind when their cells have been emptied. */
function named(header: readonly string[]): string[] {
  const last = header.findLastIndex((cell) => cell.trim() !== '');
  return header.slice(0, last + 1).map((cell) => fixedNamed(cell) ?? cell);
}

/** Without its mark; null for what is no text. */
function utf8Of(bytes: Uint8Array): Uint8Array | null {
  const [first, second, third] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  if (wide === null) {
    const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
    return isUtf8(bytes) ? bytes.subarray(hasMark ? 3 : 0) : null;
  }
  try {
    return Buffer.from(new TextDecoder(wide, { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** Says where, since most of a file reads the same in any encoding. */
function wrongEncoding(bytes: Uint8Array): Said {
  const [before] = new TextDecoder().decode(bytes).split('\ufffd', 1);
  return words().plans.csv.noText((before ?? '').split('\n').length);
}

/** Undefined for a file that cannot be taken apart so, as for one that is empty. */
async function headerOf(text: Uint8Array, delimiter: string): Promise<string[] | undefined> {
  try {
    const [header] = await split(text.subarray(0, longestHeader), delimiter, 1);
    return header;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return undefined;
  }
}

const recordSchema = z.array(z.string());

/** The first records, so many at most. Throws a `CsvError`. */
async function split(text: Uint8Array, delimiter: string, most: number): Promise<string[][]> {
  const records: string[][] = [];
  try {
    await pipeline(
      Readable.from(slicesOf(text)),
      parse({ delimiter, relax_column_count: true, max_record_size: largestCsv }),
      async (parsed: AsyncIterable<unknown>) => {
        for await (const record of parsed) if (records.push(recordSchema.parse(record)) === most) break;
      },
    );
  } catch (error) {
    // With enough of them the rest was broken off.
    if (records.length < most) throw error;
  }
  return records;
}

/** Others get their turn after each. */
async function* slicesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.byteLength; from += bytesAtOnce) {
    yield bytes.subarray(from, from + bytesAtOnce);
    await setImmediate();
  }
}
