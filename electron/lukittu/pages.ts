import type { MakeFailure } from './request-failure.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly hasNextPage: boolean;
}

export interface ListLimits {
  /** Pages of one list; of 100 items each. */
  readonly pages: number;
}

/**
 * Reads a list page by page, the first being 1, and gives each item once, although one may move to the next
 * page while the list is read. A list that goes on without bringing anything new, or for longer than any real
 * one, throws `answer-too-large`.
 */
export async function* readAllPages<T>(list: {
  readonly readPage: (page: number) => Promise<Page<T>>;
  readonly idOf: (item: T) => string;
  readonly limits: ListLimits;
  readonly fail: MakeFailure;
}): AsyncGenerator<Page<T>> {
  const seen = new Set<string>();
  for (let number = 1; number <= list.limits.pages; number++) {
    const { items, hasNextPage } = await list.readPage(number);
    const fresh = items.filter((item) => !seen.has(list.idOf(item)));
    for (const item of fresh) seen.add(list.idOf(item));
    yield { items: fresh, hasNextPage };
    if (!hasNextPage) return;
    if (fresh.length === 0) break;
  }
  throw list.fail('answer-too-large', { reason: 'its list does not end' });
}
