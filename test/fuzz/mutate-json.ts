import type { Chance } from '../support/chance.ts';

/** Values that are seldom what was thought of. */
const oddities: readonly [string, ...string[]] = [
  'null',
  'true',
  'false',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e400',
  '-1e-400',
  '9007199254740993',
  '1e21',
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"\\u202e"',
  '"../x"',
  '"C:\\\\x"',
  '"con"',
  '"a/../../b"',
  '"__proto__"',
  '[]',
  '{}',
  '[[]]',
  '{"__proto__":{}}',
  '{"constructor":null}',
  '{"toString":1}',
  '"javascript:alert(1)"',
  '"<img src=x>"',
  '"=1+1"',
];

/** One part of a JSON text replaced, removed, repeated, renamed or wrapped. What is no JSON stays as it is. */
export function mutateJson(input: Buffer, chance: Chance): Buffer {
  const text = input.toString('utf8');
  const spans = spansIn(text);
  if (spans.length === 0) return input;
  const span = spans[chance.below(spans.length)] ?? { start: 0, end: 0 };
  const part: string = text.slice(span.start, span.end);
  const other = spans[chance.below(spans.length)] ?? span;
  const put: string = chance.pick<() => string>([
    () => chance.pick(oddities),
    () => text.slice(other.start, other.end),
    () => `[${part}]`,
    () => `${'['.repeat(1 + chance.below(100))}${part}`,
    () => `${part},${part}`,
    () => `{"a":${part}}`,
    () => `"${'x'.repeat(chance.pick([100, 3000, 70_000] as const))}"`,
    () => '',
  ])();
  return Buffer.from(text.slice(0, span.start) + put + text.slice(span.end));
}

/** Where values stand: texts, numbers and words, and whole lists and objects. */
function spansIn(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const open: number[] = [];
  for (const { 0: token, index } of text.matchAll(
    /"(?:[^"\\]|\\.)*"|[[\]{}]|-?\d[\d.eE+-]*|true|false|null/g,
  )) {
    if (token === '[' || token === '{') open.push(index);
    else if (token === ']' || token === '}') {
      const start = open.pop();
      if (start !== undefined) spans.push({ start, end: index + 1 });
    } else spans.push({ start: index, end: index + token.length });
  }
  return spans;
}
