import type { FileMatch, MatchTarget } from '../../electron/model/file-match.ts';
import { targetKey } from '../../electron/model/match-target.ts';
import { useDrafts } from './drafts.ts';
import { useFileMatching } from './file-matching.ts';
import { candidateFor, sharedIndexes } from './match-rows.ts';
import { useReleases } from './releases.ts';

/** What a target is called: its version, and its branch if it has one. */
export type TargetName = {
  readonly version: string;
  readonly branchName: string | null;
  /** Not on the server yet. */
  readonly isNew: boolean;
};

/** Sends a file to a release, or leaves it out. */
export function chooseTarget(index: number, target: MatchTarget | null): void {
  useFileMatching.setState(({ choices, problems, matches }) => {
    const proposed = matches.find((each) => each.index === index)?.target ?? null;
    const isProposed =
      target === null || proposed === null ? target === proposed : sameTarget(target, proposed);
    return {
      choices: new Map(choices).set(index, { target, byHand: !isProposed }),
      problems: without(problems, index),
    };
  });
}

/** Leaves a file out, or takes it in again where the match proposed. */
export function toggleLeftOut(index: number): void {
  const { choices, matches } = useFileMatching.getState();
  const match = matches.find((each) => each.index === index);
  const isLeftOut = choices.get(index)?.target === null;
  chooseTarget(index, isLeftOut ? (match?.target ?? match?.candidates[0]?.target ?? null) : null);
}

/** Of the files that are meant for one release, leaves out these. */
export function leaveOutAll(indexes: readonly number[]): void {
  for (const index of indexes) chooseTarget(index, null);
}

export function setCurrent(current: number): void {
  useFileMatching.setState({ current });
}

/** Opens or closes the list of releases for one file. */
export function startChoosing(choosing: number | null): void {
  const { phase } = useFileMatching.getState();
  if (phase !== 'choosing') return;
  useFileMatching.setState(choosing === null ? { choosing } : { choosing, current: choosing });
}

/** What the window knows a target by. */
export function nameOf(index: number, target: MatchTarget): TargetName {
  const match = useFileMatching.getState().matches.find((each) => each.index === index);
  const isNew = target.to !== 'release';
  const candidate = match === undefined ? null : candidateFor(match, target);
  if (candidate !== null) return { version: candidate.version, branchName: candidate.branchName, isNew };
  const { entries, branches } = useReleases.getState();
  const branchOf = (id: string | null) => branches.find((branch) => branch.id === id)?.name ?? id;
  switch (target.to) {
    case 'release': {
      const release = entries.find((entry) => entry.release.id === target.releaseId)?.release;
      return { version: release?.version ?? '', branchName: release?.branchName ?? null, isNew };
    }
    case 'draft': {
      const fields = useDrafts.getState().drafts.find(({ id }) => id === target.draftId)?.fields;
      return { version: fields?.version ?? '', branchName: branchOf(fields?.branchId ?? null), isNew };
    }
    case 'new':
      return { version: target.version, branchName: branchOf(target.branchId), isNew };
  }
}

/** The other files that are meant for the release that this one is meant for. */
export function sharedWith(
  { matches, choices }: Pick<ReturnType<typeof useFileMatching.getState>, 'matches' | 'choices'>,
  index: number,
): readonly FileMatch[] {
  let shared = sharedOf.get(choices);
  if (shared === undefined) {
    shared = sharedIndexes([...choices].map(([at, { target }]) => ({ index: at, target })));
    sharedOf.set(choices, shared);
  }
  const others = shared.get(index);
  return others === undefined ? [] : matches.filter((match) => others.includes(match.index));
}

/** Worked out once for each state of the choices, however many rows ask. */
const sharedOf = new WeakMap<object, ReadonlyMap<number, readonly number[]>>();

function sameTarget(a: MatchTarget, b: MatchTarget): boolean {
  return targetKey(a) === targetKey(b);
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
