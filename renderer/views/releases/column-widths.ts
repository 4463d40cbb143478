import type { CSSProperties } from 'react';
import type { ReleaseEntry } from '../../store/release-order.ts';

/** Pixels of a letter of the interface, about; room for the marks beside a version; the title of the column. */
const letter = 7.3;
const marks = 34;
const leastBranch = 48;

/**
 * How wide the columns have to be for what stands in them, so that what is left goes to the file names. A few
 * very long ones do not count: they are cut, and said in full when pointed at.
 */
export function columnWidths(entries: readonly ReleaseEntry[]): CSSProperties {
  const versions = lengthOfMost(entries.map(({ release }) => release.version.length));
  const branches = lengthOfMost(entries.map(({ release }) => release.branchName?.length ?? 0));
  return {
    '--version-width': `${Math.round(Math.min(versions, 18) * letter + marks)}px`,
    '--branch-width': `${Math.round(Math.max(leastBranch, Math.min(branches, 14) * letter))}px`,
  };
}

/** The length that 97 of 100 do not exceed. */
function lengthOfMost(lengths: readonly number[]): number {
  const sorted = lengths.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.97)] ?? 0;
}

declare module 'react' {
  interface CSSProperties {
    readonly '--version-width'?: string;
    readonly '--branch-width'?: string;
  }
}
