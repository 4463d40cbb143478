import type { Confidence } from '../../model/file-match.ts';

/** What is known for and against a file being for a release, as sentences. */
export interface Evidence {
  /** That the version, the name and the branch are each said, and not only not contradicted. */
  readonly says: { readonly version: boolean; readonly name: boolean; readonly branch: boolean };
  readonly speaksFor: readonly string[];
  /** What leaves a doubt, and does not speak against it. */
  readonly doubts: readonly string[];
  readonly against: readonly string[];
}

export const noEvidence: Evidence = {
  says: { version: false, name: false, branch: false },
  speaksFor: [],
  doubts: [],
  against: [],
};

type Said = keyof Evidence['says'];

/** One of the three is said; the sentence, if there is one, says how. */
export const said = (what: Said, sentence?: string): Evidence => ({
  ...noEvidence,
  says: { ...noEvidence.says, [what]: true },
  speaksFor: sentence === undefined ? [] : [sentence],
});
export const speaksFor = (sentence: string): Evidence => ({ ...noEvidence, speaksFor: [sentence] });
export const doubt = (sentence: string): Evidence => ({ ...noEvidence, doubts: [sentence] });
export const against = (sentence: string): Evidence => ({ ...noEvidence, against: [sentence] });

export function together(pieces: readonly Evidence[]): Evidence {
  const sentences = (of: 'speaksFor' | 'doubts' | 'against') => [
    ...new Set(pieces.flatMap((one) => one[of])),
  ];
  const isSaid = (what: Said) => pieces.some(({ says }) => says[what]);
  return {
    says: { version: isSaid('version'), name: isSaid('name'), branch: isSaid('branch') },
    speaksFor: sentences('speaksFor'),
    doubts: sentences('doubts'),
    against: sentences('against'),
  };
}

export function confidenceOf({ says, doubts, against }: Evidence): Confidence {
  if (against.length > 0) return 'unsure';
  return says.version && says.name && says.branch && doubts.length === 0 ? 'sure' : 'likely';
}

/** What decides comes first: what speaks against a match, where something does. */
export function reasonsOf({ speaksFor, doubts, against }: Evidence): string[] {
  return against.length > 0 ? [...against, ...doubts, ...speaksFor] : [...speaksFor, ...doubts];
}

/** Puts the better of two pieces of evidence first; 0 where neither is better. */
export function byWeight(a: Evidence, b: Evidence): number {
  return weightOf(b) - weightOf(a);
}

function weightOf(evidence: Evidence): number {
  const { says, speaksFor, doubts, against } = evidence;
  const spoken = Number(says.version) + Number(says.name) + Number(says.branch);
  return -100 * against.length - 10 * doubts.length + 2 * spoken + Math.min(speaksFor.length, 1);
}
