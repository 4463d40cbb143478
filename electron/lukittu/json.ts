/**
 * Parses what a server sent as JSON, without letting it choose how much memory that takes: arrays and objects
 * nested deeper than 64 levels, or more than 200,000 of them, are refused before they are built.
 * Throws a `SyntaxError` for those and for what is not UTF-8 or not JSON.
 */
export function parseJson(bytes: Uint8Array): unknown {
  assertModest(bytes);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SyntaxError('not UTF-8');
  }
  return JSON.parse(text);
}

const deepest = 64;
const most = 200_000;

function assertModest(bytes: Uint8Array): void {
  let depth = 0;
  let count = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    if (inString) {
      if (byte === 0x5c /* \ */) index++;
      else if (byte === 0x22 /* " */) inString = false;
    } else if (byte === 0x22) {
      inString = true;
    } else if (byte === 0x5b /* [ */ || byte === 0x7b /* { */) {
      depth++;
      count++;
      if (depth > deepest) throw new SyntaxError('nested too deeply');
      if (count > most) throw new SyntaxError('too many values');
    } else if (byte === 0x5d /* ] */ || byte === 0x7d /* } */) {
      depth--;
    }
  }
}
