import { type Figure, type FigureKey, figures, isFigureKey, isReached, type Measured } from './figures.ts';

/** The figures as one flat JSON object, in the order of the table of figures. */
export function jsonReport(measured: Measured): string {
  return JSON.stringify(Object.fromEntries(inOrder(measured).map(([key, value]) => [key, rounded(value)])));
}

/** The figures as a table for people: what was measured, its value and unit, its goal, and whether it is reached. */
export function tableReport(measured: Measured): string {
  const rows = inOrder(measured).map(([key, value]) => {
    const { name, unit, goal }: Figure = figures[key];
    const reached = isReached(key, value);
    return [
      name,
      value === null ? '—' : String(rounded(value)),
      unit,
      goal === null ? '—' : `≤ ${goal}`,
      reached === null ? '—' : reached ? 'yes' : 'NO',
      key,
    ];
  });
  return lines([['figure', 'value', 'unit', 'goal', 'reached', 'key'], ...rows]);
}

function inOrder(measured: Measured): [FigureKey, number | null][] {
  return Object.keys(figures)
    .filter(isFigureKey)
    .flatMap((key): [FigureKey, number | null][] => {
      const value = measured[key];
      return value === undefined ? [] : [[key, value]];
    });
}

/** Three digits that mean something; whole numbers from 1,000 on. */
function rounded(value: number | null): number | null {
  if (value === null) return null;
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

/** Columns one beside the other: words to the left, the second column, of numbers, to the right. */
function lines(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 1 ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
