import { z } from 'zod';
import {
  type CallHandlers,
  type CallInput,
  type CallName,
  calls,
  type FileCallName,
  fileCalls,
} from './contract.ts';
import { failureFrom, failureOf } from './errors.ts';
import type { Failure, Result } from './model/failure.ts';
import { type IncomingFile, incomingFileSchema } from './model/incoming-file.ts';
import { words } from './texts/words.ts';

/** Who made a call, as far as it decides whether the call is answered. */
export interface Sender {
  /** Whether the page of the app's own window did. */
  isWindow: boolean;
  /** Whether its top frame did. */
  isTopFrame: boolean;
  /** Origin of the frame's document. */
  origin: string | null;
}

export type Dispatch = (
  sender: Sender,
  name: string,
  input: unknown,
  files: unknown,
) => Promise<Result<unknown>>;

type BoundCall = (input: unknown, files: unknown) => Promise<Result<unknown>>;

/** No drop has more files at once. */
const mostFiles = 10_000;
/** So many faults of an input are told; a caller that made more has other troubles. */
const mostFaults = 20;

const nameList = Object.keys(calls).filter((name): name is CallName => Object.hasOwn(calls, name));
/** The names of all calls of the contract. */
export const callNames: readonly CallName[] = nameList;

/**
 * Puts the handlers behind the contract. Every call is answered with a `Result`: a stranger's call, an unknown
 * name and an input that does not parse with `invalid-input`, what a handler throws with its failure. What
 * nobody foresaw is `internal` to the caller, and is told to `report`.
 *
 * @param origin the only origin whose calls are answered
 * @param failed is told of every call that was refused or failed
 */
export function bindCalls(
  handlers: CallHandlers,
  origin: string,
  report: (name: CallName, error: unknown) => void = () => undefined,
  failed: (name: string, failure: Failure) => void = () => undefined,
): Dispatch {
  const bound = new Map<string, BoundCall>(callNames.map((name) => [name, bindCall(name, handlers, report)]));
  const answer: Dispatch = async (sender, name, input, files) => {
    if (!sender.isWindow || !sender.isTopFrame || sender.origin !== origin) {
      return refused(words().desktop.window.strangeCaller, []);
    }
    const call = bound.get(name);
    return call ? call(input, files) : refused(words().desktop.window.noSuchCall, []);
  };
  return async (sender, name, input, files) => {
    const result = await answer(sender, name, input, files);
    if (!result.ok) failed(name, result.failure);
    return result;
  };
}

function bindCall<N extends CallName>(
  name: N,
  handlers: CallHandlers,
  report: (name: CallName, error: unknown) => void,
): BoundCall {
  const { input: inputSchema } = schemas[name];
  const handler = handlers[name];
  const filesSchema = takesFiles(name) ? z.array(incomingFileSchema).max(mostFiles) : noFiles;
  return async (input, files) => {
    try {
      if (!isPlain(input)) return refused(undefined, []);
      const parsedInput = inputSchema.safeParse(input);
      if (!parsedInput.success) return refused(undefined, faults(parsedInput.error));
      const parsedFiles = filesSchema.safeParse(files);
      if (!parsedFiles.success) return refused(undefined, faults(parsedFiles.error));
      return { ok: true, value: await handler(parsedInput.data, parsedFiles.data) };
    } catch (error) {
      const failure = tell(error);
      if (failure.kind === 'internal') report(name, error);
      return { ok: false, failure };
    }
  };
}

/** The contract's schemas, in the form in which the compiler knows that a call's schema fits its handler. */
const schemas: { readonly [N in CallName]: { readonly input: z.ZodType<CallInput<N>> } } = calls;

const noFiles = z.undefined().transform((): IncomingFile[] => []);

function takesFiles(name: CallName): name is FileCallName {
  const names: readonly CallName[] = fileCalls;
  return names.includes(name);
}

function refused(message: string | undefined, fields: Failure['fields']): Result<never> {
  return {
    ok: false,
    failure: failureOf('invalid-input', message === undefined ? { fields } : { message, fields }),
  };
}

/** An object of its own fields only: a schema would take the fields of a prototype, and an empty date for `{}`. */
function isPlain(input: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false;
  const prototype: unknown = Object.getPrototypeOf(input);
  return prototype === Object.prototype || prototype === null;
}

/** The failure of whatever was thrown, also of what cannot even be looked at. */
function tell(error: unknown): Failure {
  try {
    return failureFrom(error);
  } catch {
    return failureOf('internal');
  }
}

/** Says where the input is wrong, not what it was: it may hold a key. */
function faults(error: z.ZodError): Failure['fields'] {
  return error.issues.slice(0, mostFaults).map(({ path, code }) => ({
    path: path.map(String).join('.').slice(0, 200),
    message: code.replaceAll('_', ' '),
  }));
}
