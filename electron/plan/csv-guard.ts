/**
 * What keeps a spreadsheet from making something else of a text than it is: a formula that runs, 1.1 of the version
 * 1.10, the second of February of the version 2.2.1. An apostrophe in front does; spreadsheets mean the same by it.
 */

/** How the spreadsheets of a region read and write. */
export interface SpreadsheetHabits {
  /** What stands between cells: a semicolon where a comma stands before decimals. */
  readonly separator: ',' | ';';
  /** Whether 2.2.1 is a date. */
  readonly datesHaveDots: boolean;
}

export const plainHabits: SpreadsheetHabits = { separator: ',', datesHaveDots: false };

/** `locale` as BCP 47; one that is none counts as English. */
export function habitsOf(locale: string): SpreadsheetHabits {
  try {
    const decimals = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal');
    const dates = new Intl.DateTimeFormat(locale).formatToParts(0);
    return {
      separator: decimals?.value === ',' ? ';' : ',',
      datesHaveDots: dates.some(({ type, value }) => type === 'literal' && value.includes('.')),
    };
  } catch {
    return plainHabits;
  }
}

/** The text as a cell that stays what it is. `unguarded` undoes it exactly, whatever the habits were. */
export function guarded(text: string, habits: SpreadsheetHabits): string {
  const within = text.replace(formulaWithin, "$1'");
  return isGuardable.test(text) || isTakenForAnother(text, habits) ? `'${within}` : within;
}

export function unguarded(cell: string): string {
  const whole = isGuarded.test(cell) ? cell.slice(1) : cell;
  return whole.replace(guardedWithin, '$1');
}

/** What begins a formula, in ASCII and in full width. */
const formula = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]';

/** A spreadsheet of another region, or one that is told so, ends a cell where this one has a mere character. */
const formulaWithin = new RegExp(`([,;\\t\\r\\n])(?=['"]*${formula})`, 'g');
const guardedWithin = new RegExp(`([,;\\t\\r\\n])'(?=['"]*${formula})`, 'g');

/** Formulas, and what would be taken for guarded. */
const isGuardable = new RegExp(`^(?:['"]*${formula}|'*[\\t\\r\\n]|'+(?:[\\d.]|true|false))`, 'i');
const isGuarded = new RegExp(`^'(?:['"]*${formula}|'*(?:[\\t\\r\\n\\d.]|true|false))`, 'i');

/** Whether a spreadsheet takes it for a number it would write another way, for a date or for a truth value. */
function isTakenForAnother(text: string, { separator, datesHaveDots }: SpreadsheetHabits): boolean {
  if (/^(?:true|false)$/i.test(text)) return true;
  if (!/^[\d.][\d .,:/%e+-]*$/i.test(text)) return false;
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return false;
  if (/^\d+(?:\.\d+){2,}$/.test(text)) return datesHaveDots && dotDate.test(text);
  return separator === ';' || !/^(?:0|[1-9]\d{0,9})\.\d{0,4}[1-9]$/.test(text);
}

/** Day or year, month, year or day. */
const dotDate = /^\d{1,4}\.(?:0?[1-9]|1[0-2])\.\d{1,4}$/;
