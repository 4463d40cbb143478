import { fileSize } from '../../format.ts';
import type { ReleaseEntry } from '../../store/release-order.ts';
import { texts } from '../../texts/texts.ts';
import type { OwnWidths, ReleaseColumn } from './column-layout.ts';

/** Pixels of a letter of the interface, about; room for the marks beside a version; the title of the column. */
const letter = 7.3;
const marks = 34;
/** What is missing for another mark: the latest release can have a draft, too. */
const mark = 6;
const leastBranch = 48;
/** Pixels of the shape before a status, and of a letter of a title with the button behind the last one. */
const shape = 23;
const titleLetter = 6.5;
const menuButton = 20;
/** Languages differ in how long their words are. */
const status = Math.round(
  Math.max(100, ...Object.values(texts.status).map((name) => name.length * letter + shape)),
);
const time = Math.round(Math.max(76, texts.releases.columns.updated.length * titleLetter + menuButton));
const licenses = 72;
/** So much of a file's name and its size that both can be told. */
const file = 140;

/**
 * How wide the columns have to be for what stands in them, so that what is left goes to the file names. A few
 * very long ones do not count: they are cut, and said in full when pointed at.
 */
export function ownWidths(entries: readonly ReleaseEntry[]): OwnWidths {
  const versions = lengthOfMost(entries.map(({ release }) => release.version.length));
  const latest = Math.max(
    0,
    ...entries.flatMap(({ release }) => (release.latest ? release.version.length : [])),
  );
  const branches = lengthOfMost(entries.map(({ release }) => release.branchName?.length ?? 0));
  return {
    version: versions === 0 ? 96 : Math.round(Math.max(textOf(versions), textOf(latest) + mark) + marks),
    status,
    branch: Math.round(Math.max(leastBranch, Math.min(branches, 14) * letter)),
    file,
    updated: time,
    created: time,
    licenses,
  };
}

/** Pixels of a version of so many letters; of a very long one only its beginning. */
const textOf = (letters: number): number => Math.min(letters, 18) * letter;

/** How wide a column has to be for the longest that stands in it; null where it always is as wide as it has to be. */
export function fittingWidth(
  column: ReleaseColumn,
  entries: readonly ReleaseEntry[],
  font: string,
): number | null {
  switch (column) {
    case 'version':
      return widest(
        entries.map(({ release }) => release.version),
        font,
        marks + 8,
      );
    case 'branch':
      return widest(
        entries.map(({ release }) => release.branchName ?? ''),
        font,
        4,
      );
    case 'file': {
      const lines = entries.map(({ release }) =>
        release.file === null ? '' : `${release.file.name} ${fileSize(release.file.size)}`,
      );
      return widest(lines, font, 24);
    }
    default:
      return null;
  }
}

/** The length that 97 of 100 do not exceed; of up to 33, the longest. */
function lengthOfMost(lengths: readonly number[]): number {
  const sorted = lengths.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.97) - 1] ?? 0;
}

/** The widest text is among the longest: measuring ten thousand would be felt. */
const measured = 50;

function widest(lines: readonly string[], font: string, besides: number): number | null {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return null;
  context.font = font;
  const longest = lines.toSorted((a, b) => b.length - a.length).slice(0, measured);
  return Math.ceil(Math.max(0, ...longest.map((text) => context.measureText(text).width)) + besides);
}
