import { Session } from 'node:inspector/promises';

/** Knows which parts of the code under test have been run so far. */
export interface Coverage {
  /** Whether what was run since the last question has reached a part that was never reached before. */
  foundNew(): Promise<boolean>;
  /** Functions that were run, and the bytes of them that were not. */
  figures(): { functions: number; unreachedBytes: number };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Follows V8's own counting, block by block, in the files whose address holds one of these words. */
export async function startCoverage(files: readonly string[]): Promise<Coverage> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  /** Of each function that was ever run: what of it never was. */
  const unreached = new Map<string, readonly Span[]>();

  return {
    foundNew: async () => {
      let isNew = false;
      const { result } = await session.post('Profiler.takePreciseCoverage');
      for (const { url, functions } of result) {
        if (!files.some((file) => url.includes(file))) continue;
        for (const { ranges } of functions) {
          const [whole] = ranges;
          if (!whole || whole.count === 0) continue;
          const key = `${url}:${whole.startOffset}-${whole.endOffset}`;
          const now = ranges
            .filter(({ count }) => count === 0)
            .map(({ startOffset, endOffset }) => ({ start: startOffset, end: endOffset }));
          const before = unreached.get(key);
          const left = before === undefined ? now : inBoth(before, now);
          if (before === undefined || length(left) < length(before)) {
            isNew = true;
            unreached.set(key, left);
          }
        }
      }
      return isNew;
    },
    figures: () => ({
      functions: unreached.size,
      unreachedBytes: [...unreached.values()].reduce((sum, spans) => sum + length(spans), 0),
    }),
  };
}

function inBoth(one: readonly Span[], other: readonly Span[]): Span[] {
  return one.flatMap((a) =>
    other.flatMap((b) => {
      const span = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
      return span.start < span.end ? [span] : [];
    }),
  );
}

const length = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);
