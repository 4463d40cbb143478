import type { SortColumn } from '../../store/release-order.ts';
import { besideColumns, columnGap } from '../../ui/grid/measures.ts';

/** Every column of the release list, in its order. The version names the release: it is always there. */
export const releaseColumns = [
  'version',
  'status',
  'branch',
  'file',
  'updated',
  'created',
  'licenses',
] as const satisfies readonly SortColumn[];
export type ReleaseColumn = (typeof releaseColumns)[number];

/** Which columns a person wants to see, and how wide some were made, in pixels. */
export type ColumnChoice = {
  readonly shown: ReadonlySet<ReleaseColumn>;
  readonly widths: Readonly<Partial<Record<ReleaseColumn, number>>>;
};

/** What is shown, and as wide as its content asks for, until somebody chooses. */
export const usualChoice: ColumnChoice = {
  shown: new Set(['version', 'status', 'branch', 'file', 'updated']),
  widths: {},
};

/** The widths columns have by themselves; the file's is what it wants to have, and it takes what is left. */
export type OwnWidths = Readonly<Record<ReleaseColumn, number>>;

/** Narrower a column cannot be made. */
export const leastWidth: Readonly<Record<ReleaseColumn, number>> = {
  version: 72,
  status: 44,
  branch: 48,
  file: 110,
  updated: 48,
  created: 48,
  licenses: 44,
};
const mostWidth = 2000;

/** Where there is too little room these go, the first one first; the others become narrower instead. */
const givesWay: readonly ReleaseColumn[] = ['licenses', 'created', 'updated', 'branch'];

/** The columns of a choice that there is room for (pixels), in their order; all of them where the room is not known. */
export function columnsWithin(choice: ColumnChoice, own: OwnWidths, room: number | null): ReleaseColumn[] {
  const columns = releaseColumns.filter((column) => choice.shown.has(column));
  if (room === null) return columns;
  const going = givesWay.filter((column) => choice.shown.has(column));
  let left = columns;
  for (const column of going) {
    if (widthOfAll(left, choice, own) <= room) break;
    left = left.filter((other) => other !== column);
  }
  return left;
}

/**
 * The tracks of a CSS grid for these columns. What is left goes to the file where nobody has said how wide it is, else
 * to the last column; where there is too little, the file is the one that becomes narrower.
 */
export function tracksOf(columns: readonly ReleaseColumn[], choice: ColumnChoice, own: OwnWidths): string {
  const growing = growingOf(columns, choice);
  return columns
    .map((column) => {
      const width = choice.widths[column] ?? own[column];
      const least = column === 'file' ? leastWidth.file : width;
      if (column === growing) return `minmax(${least}px, 1fr)`;
      return least === width ? `${width}px` : `minmax(${least}px, ${width}px)`;
    })
    .join(' ');
}

/** How wide a column is: as it was made, as it is by itself, or whatever the others leave. */
export function widthOf(
  column: ReleaseColumn,
  columns: readonly ReleaseColumn[],
  choice: ColumnChoice,
  own: OwnWidths,
  room: number,
): number {
  if (column === growingOf(columns, choice)) return mostFor(column, columns, choice, own, room);
  const width = choice.widths[column] ?? own[column];
  return column === 'file' ? Math.min(width, mostFor(column, columns, choice, own, room)) : width;
}

/** How wide a column can be made without pushing another one out. */
export function mostFor(
  column: ReleaseColumn,
  columns: readonly ReleaseColumn[],
  choice: ColumnChoice,
  own: OwnWidths,
  room: number,
): number {
  const others = columns.filter((other) => other !== column);
  const taken = widthOfAll(others, choice, { ...own, file: leastWidth.file }) + columnGap;
  return Math.max(leastWidth[column], Math.round(room - taken));
}

export function withWidth(choice: ColumnChoice, column: ReleaseColumn, width: number | null): ColumnChoice {
  const { [column]: _former, ...others } = choice.widths;
  return { ...choice, widths: width === null ? others : { ...others, [column]: Math.round(width) } };
}

export function withShown(choice: ColumnChoice, shown: Iterable<ReleaseColumn>): ColumnChoice {
  return { ...choice, shown: new Set<ReleaseColumn>(['version', ...shown]) };
}

/** Of a product that has no branches. */
export function withoutBranches(choice: ColumnChoice): ColumnChoice {
  return withShown(
    choice,
    [...choice.shown].filter((column) => column !== 'branch'),
  );
}

export function isUsual(choice: ColumnChoice): boolean {
  return textOfChoice(choice) === textOfChoice(usualChoice);
}

/** As it is remembered: `version status:120 branch file -updated`. A hidden column keeps the width it was given. */
export function textOfChoice({ shown, widths }: ColumnChoice): string {
  return releaseColumns
    .map((column) => {
      const width = widths[column];
      return `${shown.has(column) ? '' : '-'}${column}${width === undefined ? '' : `:${width}`}`;
    })
    .join(' ');
}

/** What was remembered. Whatever makes no sense counts for nothing; a column that is new since is as usual. */
export function choiceIn(text: string | undefined): ColumnChoice {
  const shown = new Set(usualChoice.shown);
  const widths: Partial<Record<ReleaseColumn, number>> = {};
  for (const word of text?.split(' ') ?? []) {
    const [, hidden, name, digits] = /^(-?)([a-z]+)(?::(\d{1,4}))?$/.exec(word) ?? [];
    const column = releaseColumns.find((known) => known === name);
    if (column === undefined) continue;
    if (hidden === '-' && column !== 'version') shown.delete(column);
    else shown.add(column);
    if (digits !== undefined) widths[column] = within(Number(digits), leastWidth[column], mostWidth);
  }
  return { shown, widths };
}

function growingOf(columns: readonly ReleaseColumn[], { widths }: ColumnChoice): ReleaseColumn | undefined {
  return columns.includes('file') && widths.file === undefined ? 'file' : columns.at(-1);
}

function widthOfAll(columns: readonly ReleaseColumn[], { widths }: ColumnChoice, own: OwnWidths): number {
  const all = columns.reduce((sum, column) => sum + (widths[column] ?? own[column]), 0);
  return besideColumns + all + columnGap * Math.max(0, columns.length - 1);
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
