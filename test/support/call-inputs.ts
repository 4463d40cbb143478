import { type CallName, calls, type FileCallName, fileCalls } from '../../electron/contract.ts';

/** Every call of the contract, in its order. */
export const callNames = Object.keys(calls).filter((name): name is CallName => Object.hasOwn(calls, name));

export const takesFiles = (name: CallName): name is FileCallName =>
  fileCalls.some((fileCall) => fileCall === name);

/** What the input of a call is made of, by name. */
export const partsOf = (name: CallName): string[] => Object.keys(calls[name].input.shape);

/** Whether a part of an input says by its id what the call is about. */
export const isId = (part: string): boolean => /(^id|Ids?)$/.test(part);

/**
 * An input of a call, made of what is given for its parts. What is given for one call only stands under the names of
 * both: `drafts.change change`. Throws for an input that the call would not take, and for a part that nothing is given
 * for, unless the call can do without it: then a new call, or a new part of one, has to be thought of where every call
 * is made.
 */
export function inputOf(name: CallName, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const shape: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>> =
    calls[name].input.shape;
  const input = Object.fromEntries(
    Object.entries(shape).flatMap(([part, schema]) => {
      const own = [`${name} ${part}`, part].find((key) => Object.hasOwn(given, key));
      if (own !== undefined) return [[part, given[own]]];
      if (schema.safeParse(undefined).success) return [];
      throw new Error(`Nothing is given for ${part} of ${name}.`);
    }),
  );
  calls[name].input.parse(input);
  return input;
}

/** What the parts that are no ids may be. */
export const harmless: Readonly<Record<string, unknown>> = {
  'app.dismissNotice notice': 'none',
  'app.pageFailed name': 'TypeError',
  'app.system command': 'actual-size',
  'batches.change change': { name: 'Renamed' },
  'bulk.apply batch': { is: 'none' },
  'drafts.change change': { fields: { status: 'DEPRECATED' } },
  batchName: null,
  change: { change: 'status', status: 'ARCHIVED' },
  choices: {},
  commit: false,
  count: 50,
  exceptOf: null,
  format: 'json',
  key: 'a-choice',
  limit: 1000,
  limitBytes: 2 * 1024 ** 3,
  'matching.make choices': [{ index: 0, target: { to: 'new', branchId: null, version: '77.0.0' } }],
  maxFileBytes: 1024 ** 3,
  name: 'A name',
  onStale: 'take',
  rateLimit: null,
  stack: 'TypeError\n    at nowhere:1:1',
  text: '',
  to: 'earlier',
  value: 'chosen',
  what: null,
  where: 'script',
};
