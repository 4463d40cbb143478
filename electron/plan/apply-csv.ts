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
  if (wanted !== undefined && row.releaseId !== null && isNumberOf(wanted, start.version)) {
    return refused(row, 'version', words().plans.csv.madeNumber(start.version, wanted));
  }
  const fields = { ...start, ...row.fields, metadata: metadataAfter(start.metadata, row.metadata) };
  const checked = draftFieldsSchema.safeParse(fields);
  if (checked.success) return { fields: checked.data, problem: null };
  const [part] = checked.error.issues[0]?.path ?? [];
  return refused(row, String(part), words().plans.csv.tooMuch(String(part)));
}

/** 1.10 becomes 1.1, and 1.0 becomes 1, when they are taken for numbers. */
function isNumberOf(cell: string, version: string): boolean {
  return cell !== version && /^\d+([.,]\d+)?$/.test(version) && asNumber(cell) === asNumber(version);
}

const asNumber = (text: string): number => Number(text.replace(',', '.'));

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
