import { stringify } from 'csv-stringify/sync';
import type { DraftFields } from '../model/draft.ts';
import type { MetadataEntry } from '../model/release.ts';
import { named } from '../publish/keyed-merge.ts';
import { fixedColumns, guarded, idSeparator, lockedPrefix, valuePrefix } from './csv-format.ts';

/** One row: the fields of a release, or of one to be created. */
export interface CsvSubject {
  readonly productId: string;
  readonly releaseId: string | null;
  readonly fields: DraftFields;
}

/**
 * The text of a CSV file (RFC 4180) that spreadsheets open as it is meant: with a byte-order mark, which tells them
 * that it is UTF-8, and with no cell they would run as a formula. `readCsv` reads exactly the same fields again.
 */
export function csvOf(subjects: readonly CsvSubject[]): string {
  const rows = subjects.map((subject) => ({ ...subject, metadata: byName(subject.fields.metadata) }));
  const names = [...new Set(rows.flatMap(({ metadata }) => [...metadata.keys()]))];
  const columns = names.flatMap((name) => {
    const isLocked = rows.some(({ metadata }) => metadata.get(name)?.locked === true);
    return isLocked ? [`${valuePrefix}${name}`, `${lockedPrefix}${name}`] : [`${valuePrefix}${name}`];
  });
  const cells = rows.map(({ productId, releaseId, fields, metadata }) => {
    const fixed = {
      productId,
      releaseId: releaseId ?? '',
      version: fields.version,
      status: fields.status,
      setAsLatest: String(fields.setAsLatest),
      branchId: fields.branchId ?? '',
      licenseIds: fields.licenseIds.join(idSeparator),
    } satisfies Record<(typeof fixedColumns)[number], string>;
    return [
      ...fixedColumns.map((column) => fixed[column]),
      ...columns.map((column) => metadataCell(column, metadata)),
    ].map(guarded);
  });
  return stringify([[...fixedColumns, ...columns], ...cells], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /^\s|\s$|[\r\n\t;]/,
  });
}

const byName = (metadata: readonly MetadataEntry[]) => named(metadata, { keyOf: ({ key }) => key });

function metadataCell(column: string, metadata: ReadonlyMap<string, MetadataEntry>): string {
  if (column.startsWith(valuePrefix)) return metadata.get(column.slice(valuePrefix.length))?.value ?? '';
  const entry = metadata.get(column.slice(lockedPrefix.length));
  return entry === undefined ? '' : String(entry.locked);
}
