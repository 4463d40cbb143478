import { stringify } from 'csv-stringify/sync';
import type { DraftFields } from '../model/draft.ts';
import type { MetadataEntry } from '../model/release.ts';
import { atOnce, mapInPieces, type Pieces } from '../pieces.ts';
import { named } from '../publish/keyed-merge.ts';
import { type FixedColumn, fixedColumns, idSeparator, lockedPrefix, valuePrefix } from './csv-format.ts';
import { guarded, plainHabits, type SpreadsheetHabits } from './csv-guard.ts';

/** One row: the fields of a release, or of one to be created. */
export interface CsvSubject {
  readonly productId: string;
  readonly releaseId: string | null;
  readonly fields: DraftFields;
}

/**
 * The text of a CSV file (RFC 4180) that the spreadsheets of a region open as it is meant: with a byte-order mark,
 * which tells them that it is UTF-8, with the separator they expect, and with no cell they would run as a formula or
 * take for something else than a text. `readCsv` reads exactly the same fields again. In pieces.
 */
export function* writingCsv(
  subjects: readonly CsvSubject[],
  habits: SpreadsheetHabits = plainHabits,
): Pieces<string> {
  const rows = yield* mapInPieces(subjects, rowsAtOnce, (subject): Row => {
    return { ...subject, metadata: byName(subject.fields.metadata) };
  });
  const columns = columnsOf(rows);
  const lines = yield* mapInPieces(rows, rowsAtOnce, (row) => {
    const fixed = fixedCells(row);
    const cells = [
      ...fixedColumns.map((column) =>
        column === 'version' ? guarded(fixed.version, habits) : fixed[column],
      ),
      ...columns.map((column) => metadataCell(column, row.metadata, habits)),
    ];
    return lineOf(cells, habits);
  });
  return [byteOrderMark, lineOf([...fixedColumns, ...columns], habits), ...lines].join('');
}

export function csvOf(subjects: readonly CsvSubject[], habits?: SpreadsheetHabits): string {
  return atOnce(writingCsv(subjects, habits));
}

const byteOrderMark = '\ufeff';
const rowsAtOnce = 50;

type Metadata = ReadonlyMap<string, MetadataEntry>;
interface Row extends CsvSubject {
  readonly metadata: Metadata;
}

/** Those of metadata, in the order in which the keys come. */
function columnsOf(rows: readonly Row[]): readonly string[] {
  const locked = new Map<string, boolean>();
  for (const { metadata } of rows) {
    for (const [name, entry] of metadata) locked.set(name, entry.locked || locked.get(name) === true);
  }
  return [...locked].flatMap(([name, isLocked]) =>
    isLocked ? [`${valuePrefix}${name}`, `${lockedPrefix}${name}`] : [`${valuePrefix}${name}`],
  );
}

function fixedCells({ productId, releaseId, fields }: CsvSubject): Record<FixedColumn, string> {
  return {
    productId,
    releaseId: releaseId ?? '',
    version: fields.version,
    status: fields.status,
    setAsLatest: String(fields.setAsLatest),
    branchId: fields.branchId ?? '',
    licenseIds: fields.licenseIds.join(idSeparator),
  };
}

/** With what ends it. */
function lineOf(cells: string[], { separator }: SpreadsheetHabits): string {
  return stringify([cells], {
    delimiter: separator,
    record_delimiter: 'windows',
    quoted_match: /^\s|\s$|[\r\n\t,;]/,
  });
}

const byName = (metadata: readonly MetadataEntry[]) => named(metadata, { keyOf: ({ key }) => key });

function metadataCell(column: string, metadata: Metadata, habits: SpreadsheetHabits): string {
  if (column.startsWith(valuePrefix)) {
    return guarded(metadata.get(column.slice(valuePrefix.length))?.value ?? '', habits);
  }
  const entry = metadata.get(column.slice(lockedPrefix.length));
  return entry === undefined ? '' : String(entry.locked);
}
