import { type DraftFields, draftFieldsSchema } from '../model/draft.ts';
import type { PlanProblem } from '../model/plan.ts';
import type { MetadataEntry } from '../model/release.ts';
import { named } from '../publish/keyed-merge.ts';
import { type Said, words } from '../texts/words.ts';
import type { CsvRow } from './read-csv.ts';

/** The fields as a row makes them of those there are, or why it cannot be meant. */
export type AppliedRow =
  | { readonly fields: DraftFields; readonly problem: null }
  | { readonly fields: null; readonly problem: PlanProblem };

/** Puts a row into the fields of a release or draft. What the file has no column for stays; so does the order of metadata. */
export function applyRow(start: DraftFields, row: CsvRow): AppliedRow {
  const wanted = row.fields.version;
  const made = wanted === undefined || row.releaseId === null ? null : madeOf(start.version, wanted);
  if (wanted !== undefined && made !== null) {
    return refused(row, 'version', words().plans.csv[made](start.version, wanted));
  }
  const fields = { ...start, ...row.fields, metadata: metadataAfter(start.metadata, row.metadata) };
  const checked = draftFieldsSchema.safeParse(fields);
  if (checked.success) return { fields: checked.data, problem: null };
  const [part] = checked.error.issues[0]?.path ?? [];
  return refused(row, String(part), words().plans.csv.tooMuch(String(part)));
}

/** What a spreadsheet has taken a version for that it has written another way; null where somebody has. */
function madeOf(version: string, cell: string): 'madeNumber' | 'madeDate' | null {
  if (cell === version) return null;
  if (isNumberOf(cell, version)) return 'madeNumber';
  return isDateOf(cell, version) ? 'madeDate' : null;
}

/** 1.10 becomes 1.1, and 1.0 becomes 1, when they are taken for numbers. */
function isNumberOf(cell: string, version: string): boolean {
  return /^\d+([.,]\d+)?$/.test(version) && asNumber(cell) === asNumber(version);
}

const asNumber = (text: string): number => Number(text.replace(',', '.'));

/** 1.4.2 becomes 1.4.2002, 2002-04-01 or 01/04/02, and 1.4 becomes 01. Apr, when they are taken for dates. */
function isDateOf(cell: string, version: string): boolean {
  if (!/^\d{1,4}\.\d{1,2}(\.\d{1,4})?$/.test(version)) return false;
  const numbers = numbersIn(version);
  if (numbers.length === 2) return isDayInWords.test(cell) && numbersIn(cell)[0] === numbers[0];
  // Somebody who makes another version of it writes it in the same way.
  if (!isDate.test(cell) || wayOf(cell) === wayOf(version)) return false;
  const inOrder = (text: string): string =>
    numbersIn(text)
      .toSorted((a, b) => a - b)
      .join(' ');
  return inOrder(cell) === inOrder(version);
}

const isDate = /^\s*\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\.?\s*$/;
/** `01. Apr`, `1.huhti` */
const isDayInWords = /^\s*\d{1,2}\.? ?\p{L}{3,9}\.?\s*$/u;

/** Of years the last two digits. */
const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map((part) => Number(part) % 100);

/** Where it has years, where zeros in front, and what stands between them. */
function wayOf(text: string): string {
  return text.replace(/\d+/g, (part) => (part.length === 4 ? 'Y' : /^0\d/.test(part) ? '0' : '1'));
}

function metadataAfter(start: readonly MetadataEntry[], changes: CsvRow['metadata']): MetadataEntry[] {
  const entries = named(start, { keyOf: ({ key }) => key });
  for (const { name, value, locked } of changes) {
    const before = entries.get(name);
    if (value === null) entries.delete(name);
    else if (before) {
      entries.set(name, { ...before, value: value ?? before.value, locked: locked ?? before.locked });
    } else if (value !== undefined) entries.set(name, { key: name, value, locked: locked ?? false });
  }
  return [...entries.values()];
}

function refused({ row, fields }: CsvRow, field: string, said: Said): AppliedRow {
  const version = fields.version ?? null;
  return { fields: null, problem: { kind: 'form', entry: row, version, field, ...said } };
}
