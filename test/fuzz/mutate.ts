import type { Chance } from '../support/chance.ts';
import { longestInput } from './target.ts';

type Mutation = (input: Buffer, chance: Chance, words: readonly string[]) => Buffer;

/** Changes an input blindly, one to eight times. The input itself stays as it is. */
export function mutateBytes(input: Buffer, chance: Chance, words: readonly string[]): Buffer {
  let changed: Buffer = Buffer.from(input);
  const times = 1 + chance.below(8);
  for (let time = 0; time < times; time += 1) changed = chance.pick(mutations)(changed, chance, words);
  return changed.subarray(0, longestInput);
}

/** The beginning of one input and the end of another. */
export function splice(one: Buffer, other: Buffer, chance: Chance): Buffer {
  const head = one.subarray(0, chance.below(one.length + 1));
  return Buffer.concat([head, other.subarray(chance.below(other.length + 1))]).subarray(0, longestInput);
}

/** Numbers at which programs count wrong. */
export const edgeNumbers = [
  0, 1, 2, 7, 8, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff,
] as const;

const flipBit: Mutation = (input, chance) => {
  const at = chance.below(input.length);
  if (at < input.length) input[at] = (input[at] ?? 0) ^ (1 << chance.below(8));
  return input;
};

const anyByte: Mutation = (input, chance) => {
  const at = chance.below(input.length);
  if (at < input.length) input[at] = chance.below(256);
  return input;
};

const edgeNumber: Mutation = (input, chance) => {
  const width = chance.pick([1, 2, 4] as const);
  if (input.length < width) return input;
  const at = chance.below(input.length - width + 1);
  const value = chance.pick(edgeNumbers) % 2 ** (8 * width);
  input.writeUIntLE(value, at, width);
  return input;
};

const addOrTake: Mutation = (input, chance) => {
  const width = chance.pick([1, 2, 4] as const);
  if (input.length < width) return input;
  const at = chance.below(input.length - width + 1);
  const most = 2 ** (8 * width);
  const value = (input.readUIntLE(at, width) + chance.below(70) - 35 + most) % most;
  input.writeUIntLE(value, at, width);
  return input;
};

const removeBlock: Mutation = (input, chance) => {
  const { start, end } = block(input, chance);
  return Buffer.concat([input.subarray(0, start), input.subarray(end)]);
};

const repeatBlock: Mutation = (input, chance) => {
  const { start, end } = block(input, chance);
  const times = chance.pick([1, 1, 1, 2, 16, 256] as const);
  const part = input.subarray(start, end);
  if (part.length * times > longestInput) return input;
  return Buffer.concat([input.subarray(0, end), ...Array<Buffer>(times).fill(part), input.subarray(end)]);
};

const moveBlock: Mutation = (input, chance) => {
  const { start, end } = block(input, chance);
  const rest = Buffer.concat([input.subarray(0, start), input.subarray(end)]);
  const at = chance.below(rest.length + 1);
  return Buffer.concat([rest.subarray(0, at), input.subarray(start, end), rest.subarray(at)]);
};

const cutOff: Mutation = (input, chance) => input.subarray(0, chance.below(input.length + 1));

const insertWord: Mutation = (input, chance, words) => {
  const word = words[chance.below(words.length)] ?? '\u0000';
  const at = chance.below(input.length + 1);
  return Buffer.concat([input.subarray(0, at), Buffer.from(word), input.subarray(at)]);
};

const writeWord: Mutation = (input, chance, words) => {
  const word = Buffer.from(words[chance.below(words.length)] ?? '\u0000');
  const at = chance.below(input.length + 1);
  return Buffer.concat([input.subarray(0, at), word, input.subarray(at + word.length)]);
};

const mutations: readonly [Mutation, ...Mutation[]] = [
  flipBit,
  anyByte,
  edgeNumber,
  addOrTake,
  removeBlock,
  repeatBlock,
  moveBlock,
  cutOff,
  insertWord,
  writeWord,
];

/** Some stretch of the input; short ones are more frequent. */
function block(input: Buffer, chance: Chance): { start: number; end: number } {
  const start = chance.below(input.length + 1);
  const longest = chance.pick([4, 16, 64, 1024, input.length] as const);
  return { start, end: Math.min(input.length, start + chance.below(longest + 1)) };
}
