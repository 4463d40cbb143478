import type { Confidence, FileMatch, MatchCandidate, MatchTarget } from '../../electron/model/file-match.ts';
import { sharedTargets, targetKey } from '../../electron/model/match-target.ts';

/** What is to become of one file: the target is null where it is left out. */
export type ChosenTarget = { readonly target: MatchTarget | null; readonly byHand: boolean };

/** As they are shown: what needs a person first, then what may, then what is sure; within that as they came. */
export function inOrderOfNeed(matches: readonly FileMatch[]): readonly FileMatch[] {
  const shared = sharedIndexes(matches);
  return matches.toSorted((a, b) => needOf(a, shared) - needOf(b, shared) || a.index - b.index);
}

function needOf(match: FileMatch, shared: ReadonlyMap<number, readonly number[]>): number {
  const { target, confidence, folder, findings, index } = match;
  if (shared.has(index)) return 0;
  // A folder is full of files that are none of anybody's releases.
  if (target === null && folder !== null && confidence === 'none') return 6;
  if (target === null) return 1;
  if (confidence === 'unsure') return 2;
  if (findings.some(({ severity }) => severity === 'blocks')) return 3;
  return confidence === 'likely' ? 4 : 5;
}

/** The files that are meant for one release with others, with those others. */
export function sharedIndexes(
  choices: readonly { readonly index: number; readonly target: MatchTarget | null }[],
): ReadonlyMap<number, readonly number[]> {
  const shared = new Map<number, readonly number[]>();
  for (const indexes of sharedTargets(choices).values()) {
    for (const index of indexes)
      shared.set(
        index,
        indexes.filter((other) => other !== index),
      );
  }
  return shared;
}

/** What a match says of a target; null for one that only a person could think of. */
export function candidateFor(match: FileMatch, target: MatchTarget | null): MatchCandidate | null {
  if (target === null) return null;
  const key = targetKey(target);
  return match.candidates.find((candidate) => targetKey(candidate.target) === key) ?? null;
}

/** How far what is chosen can be trusted. */
export type Trust = Confidence | 'by-hand' | 'left-out' | 'clash';

export function trustOf(match: FileMatch, { target, byHand }: ChosenTarget): Trust {
  if (byHand) return target === null ? 'left-out' : 'by-hand';
  return match.confidence;
}

export type MatchCounts = {
  readonly sure: number;
  readonly likely: number;
  /** Those a person should look at. */
  readonly open: number;
  /** Those of which drafts are made. */
  readonly drafts: number;
  /** Releases several files are meant for. */
  readonly clashes: number;
};

export function countsOf(
  matches: readonly FileMatch[],
  choices: ReadonlyMap<number, ChosenTarget>,
): MatchCounts {
  const counts = { sure: 0, likely: 0, open: 0, drafts: 0 };
  const chosen = matches.map((match) => {
    const choice = choices.get(match.index) ?? { target: null, byHand: false };
    const trust = trustOf(match, choice);
    if (choice.target !== null) counts.drafts += 1;
    if (trust === 'sure') counts.sure += 1;
    else if (trust === 'likely') counts.likely += 1;
    else if (trust === 'unsure' || (trust === 'none' && match.folder === null)) counts.open += 1;
    return { index: match.index, target: choice.target };
  });
  return { ...counts, clashes: sharedTargets(chosen).size };
}
