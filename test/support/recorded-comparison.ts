import type { DemoState } from '../../electron/demo/state.ts';
import type { Recording } from './recordings.ts';

/**
 * Compares a server's answers with recorded ones, value by value. Nothing is left out; two kinds of value are
 * translated first, because no two servers can agree on them:
 *
 * - A **generated id** is a UUID that is not in the state the recording starts from. Each stands for one id of
 *   the other server, always the same, and no two stand for one.
 * - A **clock time** is a time not before the first recorded answer. It was stamped while one particular
 *   exchange was answered: the first whose answer is not older. The other server's clock stands still at the
 *   time of the recorded answer during that exchange, so this is exactly what it must have stamped, in this
 *   exchange or in any later one that shows the value. Earlier times must be the same to the millisecond.
 */
export interface RecordedComparison {
  /** The differences between a recorded body and the one received, each with its JSON path. */
  differences(recorded: unknown, received: unknown): string[];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export function createComparison(recording: Recording, start: DemoState): RecordedComparison {
  const known = idsOf(start);
  const moments = answerTimes(recording);
  const [begin = ''] = moments;
  const ours = new Map<string, string>();
  const theirs = new Map<string, string>();

  const sameId = (recorded: string, received: string): boolean => {
    if (known.has(recorded) || known.has(received) || !uuid.test(received)) return recorded === received;
    if (!ours.has(recorded) && !theirs.has(received)) {
      ours.set(recorded, received);
      theirs.set(received, recorded);
    }
    return ours.get(recorded) === received && theirs.get(received) === recorded;
  };
  const expected = (recorded: unknown): unknown =>
    typeof recorded === 'string' && isoTime.test(recorded) && recorded >= begin
      ? moments.find((moment) => moment >= recorded)
      : recorded;

  function* compare(recorded: unknown, received: unknown, path: string): Generator<string> {
    if (isObject(recorded) && isObject(received) && Array.isArray(recorded) === Array.isArray(received)) {
      for (const name of new Set([...Object.keys(recorded), ...Object.keys(received)])) {
        const at = Array.isArray(recorded) ? `${path}[${name}]` : `${path}.${name}`;
        if (!Object.hasOwn(received, name)) yield `${at} is missing`;
        else if (!Object.hasOwn(recorded, name)) yield `${at} is not in the recording`;
        else yield* compare(recorded[name], received[name], at);
      }
      return;
    }
    const same =
      typeof recorded === 'string' && typeof received === 'string' && uuid.test(recorded)
        ? sameId(recorded, received)
        : expected(recorded) === received;
    if (!same) yield `${path} is ${show(received)}, recorded ${show(recorded)}`;
  }
  return { differences: (recorded, received) => [...compare(recorded, received, '$')] };
}

/** When each recorded answer was given, as far as it says so: ISO 8601, in order. */
export const answerTimes = ({ exchanges }: Recording): string[] =>
  exchanges.flatMap(({ response }) => timestampOf(response.body) ?? []);

/** `result.timestamp` of an answer's body. */
export function timestampOf(body: unknown): string | null {
  const result = isObject(body) ? body.result : null;
  const timestamp = isObject(result) ? result.timestamp : null;
  return typeof timestamp === 'string' ? timestamp : null;
}

function idsOf(state: DemoState): Set<string> {
  const ids = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && uuid.test(value)) ids.add(value);
    else if (value instanceof Map) for (const entry of value) collect([...entry]);
    else if (isObject(value) && !Buffer.isBuffer(value))
      for (const inner of Object.values(value)) collect(inner);
  };
  collect(state.teams);
  return ids;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const show = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
