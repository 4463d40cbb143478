/** What counts of a keyboard event. */
type Key = {
  readonly key: string;
  readonly timeStamp: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

/** After this pause (ms) typing begins a new word. */
const pauseMs = 700;

/**
 * Finds the item whose text begins with what is typed in quick succession, looking from the current one on and
 * coming round. Answers its index, or null when the key is not typing or nothing begins so.
 */
export function createTypeAhead(): (
  event: Key,
  from: number,
  length: number,
  textOf: (index: number) => string,
) => number | null {
  let typed = '';
  let lastAt = Number.NEGATIVE_INFINITY;

  return ({ key, timeStamp, ctrlKey, metaKey, altKey }, from, length, textOf) => {
    if ([...key].length !== 1 || ctrlKey || metaKey || altKey) return null;
    const isNew = timeStamp - lastAt > pauseMs;
    if (isNew && key === ' ') return null;
    typed = isNew ? key.toLowerCase() : typed + key.toLowerCase();
    lastAt = timeStamp;
    // A new word may be about the next item; a longer one is still about the same.
    const start = Math.max(0, isNew ? from + 1 : from);
    for (let step = 0; step < length; step += 1) {
      const index = (start + step) % length;
      if (textOf(index).toLowerCase().startsWith(typed)) return index;
    }
    return null;
  };
}
