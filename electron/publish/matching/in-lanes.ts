/**
 * Does something with each item, in their order, so many at a time. When one throws, no other is begun; those under
 * way are waited for, and then it is thrown.
 */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  let hasFailed = false;
  const lane = async (): Promise<void> => {
    for (const [index, item] of queue) {
      await work(item, index).catch((error: unknown) => {
        hasFailed = true;
        throw error;
      });
      if (hasFailed) return;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
