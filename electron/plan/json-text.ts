import { words } from '../texts/words.ts';

/** The value a JSON text stands for, or where and why it is none that is taken. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly path: JsonPath; readonly message: string };

export type JsonPath = readonly (string | number)[];

/** What one text may hold: more is refused before it is built. */
export interface JsonLimits {
  readonly depth: number;
  /** Arrays and objects. */
  readonly containers: number;
  readonly keysOfAnObject: number;
}

/**
 * Parses JSON that a person is going to trust after having read it. A key that is there twice is refused: a reader
 * sees the first, a parser takes the last. So is what is nested too deeply or has too many parts.
 */
export function parseReviewedJson(text: string, limits: JsonLimits): ParsedJson {
  const found = scan(text, limits);
  if (found) return { ok: false, ...found };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, path: [], message: words().plans.json.noJson(...placeOf(error)) };
  }
}

interface Frame {
  readonly keys: Set<string> | null;
  at: string | number;
}

/** Looks through the text without building anything. What is no JSON at all is left to the parser. */
function scan(text: string, limits: JsonLimits): { path: JsonPath; message: string } | null {
  const said = words().plans.json;
  const frames: Frame[] = [];
  let containers = 0;
  let lastString = { start: 0, end: 0 };
  const path = (): JsonPath => frames.map(({ at }) => at);
  for (let index = 0; index < text.length; index += 1) {
    const frame = frames.at(-1);
    switch (text.charCodeAt(index)) {
      case quote: {
        const end = endOfString(text, index);
        lastString = { start: index, end };
        index = end - 1;
        break;
      }
      case colon: {
        if (!frame?.keys) break;
        const key = unquoted(text.slice(lastString.start, lastString.end));
        if (key === null) break;
        frame.at = key;
        if (frame.keys.has(key)) return { path: path(), message: said.twice(lineOf(text, index)) };
        frame.keys.add(key);
        if (frame.keys.size > limits.keysOfAnObject) {
          return { path: path().slice(0, -1), message: said.tooManyFields };
        }
        break;
      }
      case comma:
        if (frame && frame.keys === null && typeof frame.at === 'number') frame.at += 1;
        break;
      case openArray:
      case openObject:
        containers += 1;
        if (frames.length === limits.depth) {
          return { path: path(), message: said.tooDeep(lineOf(text, index)) };
        }
        if (containers > limits.containers) return { path: [], message: said.tooManyParts };
        frames.push(
          text.charCodeAt(index) === openArray ? { keys: null, at: 0 } : { keys: new Set(), at: '' },
        );
        break;
      case closeArray:
      case closeObject:
        frames.pop();
        break;
    }
  }
  return null;
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const comma = 0x2c;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** The index behind the closing quotation mark. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === backslash) index += 1;
    else if (code === quote) return index + 1;
  }
  return text.length;
}

function unquoted(token: string): string | null {
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

function lineOf(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The parser's own words repeat the text; only its place is told. */
function placeOf(error: unknown): [line: string | null, column: string | null] {
  const place = error instanceof Error ? /line (\d+) column (\d+)/.exec(error.message) : null;
  return [place?.[1] ?? null, place?.[2] ?? null];
}
