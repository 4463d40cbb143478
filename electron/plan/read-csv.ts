import type { DraftFields } from '../model/draft.ts';
import { mostPlanEntries, type PlanProblem } from '../model/plan.ts';
import { givenIdSchema, idSchema, releaseStatusSchema } from '../model/release.ts';
import { releaseStatuses } from '../model/release-status.ts';
import { inTurns, type Pieces } from '../pieces.ts';
import { type Said, words } from '../texts/words.ts';
import {
  booleanIn,
  cellName,
  type FixedColumn,
  fixedColumns,
  isFixed,
  lockedPrefix,
  valuePrefix,
} from './csv-format.ts';
import { unguarded } from './csv-guard.ts';
import { readTable, type Table } from './csv-table.ts';
import { createProblemList, inReason, shownText } from './form-problems.ts';
import { nearColumn } from './near-column.ts';

/** One row as it is meant: only what has a column is named. */
export interface CsvRow {
  /** As the spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly productId: string;
  readonly releaseId: string | null;
  readonly fields: Partial<Omit<DraftFields, 'metadata'>>;
  /** A null value takes the entry away; a null `locked` leaves it as it is. */
  readonly metadata: readonly { name: string; value: string | null | undefined; locked: boolean | null }[];
}

export interface ReadCsv {
  readonly rows: readonly CsvRow[];
  readonly problems: readonly PlanProblem[];
}

const rowsAtOnce = 50;
const mostColumns = 500;

/**
 * Reads a CSV file as spreadsheets of any country save it: commas, semicolons or tabs, UTF-8 with or without a mark,
 * or UTF-16. Every cell that cannot be used is told, by its name in the spreadsheet. In pieces of a few milliseconds.
 */
export async function readCsv(bytes: Uint8Array): Promise<ReadCsv> {
  const table = await readTable(bytes);
  if ('message' in table) return refused([problem(null, '', table)]);
  const { header, records } = table;
  const wrongHeader = headerProblems(header);
  if (wrongHeader.length > 0) return refused(inReason(wrongHeader));

  return inTurns(rowsOf(header, records));
}

function* rowsOf(header: Table['header'], records: Table['records']): Pieces<ReadCsv> {
  const rows: CsvRow[] = [];
  const problems = createProblemList();
  const first = new Map<string, number>();
  for (const [index, cells] of records.entries()) {
    if (index > 0 && index % rowsAtOnce === 0) yield;
    const row = index + 2;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const { found, problems: wrong, about } = rowOf(header, cells, row);
    for (const one of wrong) problems.add(one);
    if (found !== null) rows.push(found);
    const key = releaseKey(about);
    if (key === null) continue;
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else {
      const column = about.releaseId === null ? 'version' : 'releaseId';
      const twice = problem(row, place(header, column, row), words().plans.csv.sameRelease(row, before));
      problems.add({ ...twice, version: about.version });
    }
  }
  const told = problems.told();
  if (rows.length > mostPlanEntries) {
    told.unshift(problem(null, '', words().plans.csv.tooManyRows(rows.length, mostPlanEntries)));
  }
  if (rows.length === 0 && told.length === 0) told.push(problem(null, '', words().plans.csv.noRows));
  return told.length > 0 ? refused(told) : { rows, problems: [] };
}

/** What a row says of the release it is about, as it stands there: also where it is no id, or is missing. */
interface About {
  readonly productId: string | null;
  readonly releaseId: string | null;
  readonly version: string | null;
  readonly branchId: string | null;
}

/** Of one that is to be created its version on its branch; null where the row does not say which one it means. */
function releaseKey({ releaseId, productId, version, branchId }: About): string | null {
  if (releaseId !== null) return isId(releaseId) ? releaseId : null;
  const isSaid = productId !== null && version !== null && [productId, branchId ?? productId].every(isId);
  return isSaid ? JSON.stringify([productId, version, branchId]) : null;
}

const isId = (text: string): boolean => idSchema.safeParse(text).success;

const refused = (problems: readonly PlanProblem[]): ReadCsv => ({ rows: [], problems });

function headerProblems(header: readonly string[]): PlanProblem[] {
  if (header.length > mostColumns) {
    return [problem(1, '', words().plans.csv.tooManyColumns(header.length, mostColumns))];
  }
  return header.flatMap((name, column) => {
    const at = cellName(column, 1);
    if (header.indexOf(name) !== column) {
      return [problem(1, at, words().plans.csv.columnTwice(quoted(name)))];
    }
    const isMetadata = [valuePrefix, lockedPrefix].some(
      (prefix) => name.startsWith(prefix) && name !== prefix,
    );
    if (isFixed(name) || isMetadata) return [];
    const near = nearColumn(name);
    const what = words().plans.csv.noSuchColumn(
      quoted(name),
      near === null || header.includes(near) ? null : quoted(near),
      fixedColumns.join(', '),
    );
    return [problem(1, at, what)];
  });
}

function rowOf(
  header: readonly string[],
  cells: readonly string[],
  row: number,
): { found: CsvRow | null; problems: PlanProblem[]; about: About } {
  const beyond = cells.slice(header.length).findIndex((cell) => cell.trim() !== '');
  const problems: PlanProblem[] = [];
  const said = words().plans.csv;
  const add = (column: string, what: Said): void => {
    problems.push(problem(row, place(header, column, row), what));
  };
  if (beyond !== -1) {
    const at = cellName(header.length + beyond, row);
    problems.push(problem(row, at, said.cellWithoutColumn));
  }
  const cell = (column: string): string | undefined => {
    const at = header.indexOf(column);
    return at === -1 ? undefined : unguarded(cells[at] ?? '');
  };
  const id = (column: FixedColumn): string | null => {
    const text = cell(column)?.trim() ?? '';
    if (text === '') return null;
    const given = givenIdSchema.safeParse(text);
    if (!given.success) add(column, said.noId(quoted(text)));
    return given.data ?? text;
  };

  const productId = id('productId');
  if (productId === null) add('productId', said.noProduct);
  const releaseId = id('releaseId');
  const version = cell('version');
  if (releaseId === null && !version) add('version', said.newWithoutVersion);
  else if (version === '') add('version', said.noVersion);
  const status = cell('status')?.trim();
  const knownStatus = releaseStatusSchema.safeParse(status?.toUpperCase());
  if (status !== undefined && !knownStatus.success) {
    add('status', said.noStatus(quoted(status), releaseStatuses));
  }
  const latest = cell('setAsLatest');
  const setAsLatest = latest === undefined ? undefined : booleanIn(latest);
  if (setAsLatest === null) add('setAsLatest', said.noBoolean(quoted(latest ?? '')));
  const branchId = id('branchId');
  const licenseIds = cell('licenseIds')
    ?.split(/[\s,;]+/)
    .filter((text) => text !== '')
    .map((text) => {
      const given = givenIdSchema.safeParse(text);
      if (!given.success) add('licenseIds', said.noLicense(quoted(text)));
      return given.data ?? text;
    });
  const metadata = metadataIn(header, cell, add);
  const about: About = { productId, releaseId, version: version || null, branchId };
  if (problems.length > 0 || productId === null) {
    return { found: null, problems: problems.map((one) => ({ ...one, version: about.version })), about };
  }
  const found: CsvRow = {
    row,
    productId,
    releaseId,
    fields: {
      ...(version === undefined ? {} : { version }),
      ...(knownStatus.success ? { status: knownStatus.data } : {}),
      ...(typeof setAsLatest === 'boolean' ? { setAsLatest } : {}),
      ...(header.includes('branchId') ? { branchId } : {}),
      ...(licenseIds === undefined ? {} : { licenseIds }),
    },
    metadata,
  };
  return { found, problems, about };
}

function metadataIn(
  header: readonly string[],
  cell: (column: string) => string | undefined,
  add: (column: string, what: Said) => void,
): CsvRow['metadata'] {
  const names = header.flatMap((column) => {
    if (column.startsWith(valuePrefix)) return [column.slice(valuePrefix.length)];
    return column.startsWith(lockedPrefix) ? [column.slice(lockedPrefix.length)] : [];
  });
  return [...new Set(names)].map((name) => {
    const value = cell(`${valuePrefix}${name}`);
    const column = `${lockedPrefix}${name}`;
    const lock = cell(column);
    const locked = lock === undefined ? null : lock.trim() === '' ? false : booleanIn(lock);
    if (lock !== undefined && locked === null) add(column, words().plans.csv.noBoolean(quoted(lock)));
    return { name, value: value === '' ? null : value, locked };
  });
}

/** What stands in a cell, in quotation marks. */
function quoted(text: string): string {
  return words().plans.csv.quoted(shownText(text));
}

/** `C5 version` */
function place(header: readonly string[], column: string, row: number): string {
  const at = header.indexOf(column);
  return at === -1 ? column : `${cellName(at, row)} ${column}`;
}

function problem(row: number | null, field: string, said: Said): PlanProblem {
  return { kind: 'form', entry: row, version: null, field, ...said };
}
