/** The shortest and the longest pause between two tries, in ms. */
export const shortestPause = 1000;
const longestPause = 120_000;

/**
 * Milliseconds to wait after so many failures in a row (1 for the first): between the shortest pause and a ceiling
 * that doubles with each failure up to the longest. `random`, at least 0 and less than 1, spreads it over the whole
 * range, so that several clients of a server that was down do not come back all at once.
 */
export function backoffMs(strikes: number, random: number): number {
  const ceiling = Math.min(longestPause, shortestPause * 2 ** Math.max(1, strikes));
  return Math.round(shortestPause + random * (ceiling - shortestPause));
}
