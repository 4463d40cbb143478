import { distance } from 'fastest-levenshtein';
import { fixedColumns, lockedPrefix, valuePrefix } from './csv-format.ts';

/** The name of a column that one which does not exist was most likely meant to have; null where none is near. */
export function nearColumn(name: string): string | null {
  const colon = name.indexOf(':');
  if (colon === -1) return nearest(name, fixedColumns);
  const key = name.slice(colon + 1).trim();
  const prefix = key === '' ? null : nearest(name.slice(0, colon), [valuePrefix, lockedPrefix]);
  return prefix && `${prefix}${key}`;
}

/** A name that is a part of another says enough from so many letters on. */
const fewestLetters = 4;
/** What is longer is no name of a column written wrongly. */
const longestName = 40;

function nearest(name: string, known: readonly string[]): string | null {
  const written = lettersOf(name);
  if (written.length === 0 || written.length > longestName) return null;
  const part = known.find((one) => written.length >= fewestLetters && lettersOf(one).includes(written));
  if (part !== undefined) return part;
  const [first] = known
    .map((one) => ({ one, typos: distance(written, lettersOf(one)), length: lettersOf(one).length }))
    .filter(({ typos, length }) => typos <= Math.floor(Math.max(length, written.length) / 3))
    .sort((a, b) => a.typos - b.typos);
  return first?.one ?? null;
}

/** `Product_ID` is `productId`. */
const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
