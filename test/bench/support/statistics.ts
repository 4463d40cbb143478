/** The value in the middle; of an even number, the mean of the two there. Throws for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  if (middle.length === 0) throw new Error('There is no median of nothing.');
  return sum(middle) / middle.length;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
