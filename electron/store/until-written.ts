/** Does work that depends on nothing but the store, and answers the same again until something is written. */
export type UntilWritten<T> = (key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Keeps the last answer only.
 * @param stamp differs as soon as a row has been written; `key` names what else the work depends on
 */
export function untilWritten<T>(stamp: () => string): UntilWritten<T> {
  let last: { readonly of: string; readonly answer: T } | null = null;
  return async (key, work) => {
    // What is written while the work is under way makes its answer an old one.
    const of = JSON.stringify([key, stamp()]);
    if (last?.of !== of) last = { of, answer: await work() };
    return last.answer;
  };
}
