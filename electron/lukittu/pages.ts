import type { Clock } from '../clock.ts';
import { words } from '../texts/words.ts';
import type { MakeFailure } from './request-failure.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly hasNextPage: boolean;
}

export interface ListLimits {
  /** Pages of one list; of 100 items each. */
  readonly pages: number;
  /** Bytes of all its pages. */
  readonly listBytes: number;
  /** Milliseconds after which no other page of it is asked for. */
  readonly listMs: number;
}

/**
 * Reads a list page by page, the first being 1, and gives each item once, although one may move to the next
 * page while the list is read. A list that goes on without bringing anything new, or for longer than any real
 * one, throws `answer-too-large`; one that takes longer than anybody would wait, `answer-timeout`.
 *
 * @param list.readPage reads a page, and tells how many bytes it had
 */
export async function* readAllPages<T>(list: {
  readonly readPage: (page: number, onBytes: (bytes: number) => void) => Promise<Page<T>>;
  readonly idOf: (item: T) => string;
  readonly limits: ListLimits;
  readonly clock: Clock;
  readonly fail: MakeFailure;
}): AsyncGenerator<Page<T>> {
  const { limits, clock } = list;
  const seen = new Set<string>();
  const deadline = clock.now() + limits.listMs;
  let bytes = 0;
  const count = (more: number): void => {
    bytes += more;
  };
  for (let number = 1; number <= limits.pages && bytes <= limits.listBytes; number++) {
    if (clock.now() > deadline) throw list.fail('answer-timeout');
    const { items, hasNextPage } = await list.readPage(number, count);
    const fresh = items.filter((item) => !seen.has(list.idOf(item)));
    for (const item of fresh) seen.add(list.idOf(item));
    yield { items: fresh, hasNextPage };
    if (!hasNextPage) return;
    if (fresh.length === 0) break;
  }
  throw list.fail('answer-too-large', { reason: words().server.why.endlessList });
}
