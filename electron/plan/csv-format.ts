/** What the columns of a CSV file are called, and how its cells are written: the one place both directions share. */

/** Present or not, in any order; a column that is not there leaves its field alone. */
export const fixedColumns = [
  'productId',
  'releaseId',
  'version',
  'status',
  'setAsLatest',
  'branchId',
  'licenseIds',
] as const;
export type FixedColumn = (typeof fixedColumns)[number];

export const isFixed = (name: string): name is FixedColumn => fixedColumns.some((column) => column === name);

/** The column that a header cell means, in whatever case somebody has written it. */
export function fixedNamed(cell: string): FixedColumn | null {
  const name = cell.trim().toLowerCase();
  return fixedColumns.find((column) => column.toLowerCase() === name) ?? null;
}

/** Each metadata key has a column for its value and, where one is locked, a second one for that. */
export const valuePrefix = 'metadata:';
export const lockedPrefix = 'locked:';

/** Between the ids in a cell. */
export const idSeparator = ' ';

/** Spreadsheets write truth in the language of whoever uses them. Null for what is neither. */
export function booleanIn(cell: string): boolean | null {
  const word = cell.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}

const yes = new Set('true yes 1 x wahr vrai vero verdadero verdadeiro waar tosi sant sand prawda'.split(' '));
const no = new Set('false no 0 falsch faux falso onwaar epätosi falskt falsk fałsz'.split(' '));

/** `C5`: what a spreadsheet calls the cell. Columns from 0, rows from 1. */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row}`;
}
