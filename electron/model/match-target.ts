import type { MatchTarget } from './file-match.ts';

/** The same text for the same place. */
export function targetKey(target: MatchTarget): string {
  switch (target.to) {
    case 'release':
      return `release ${target.releaseId}`;
    case 'draft':
      return `draft ${target.draftId}`;
    case 'new':
      return `new ${target.branchId ?? ''} ${target.version}`;
  }
}

/** The files that would go to the same place, by that place: a release has one file, so a person has to choose. */
export function sharedTargets(
  choices: readonly { readonly index: number; readonly target: MatchTarget | null }[],
): ReadonlyMap<string, readonly number[]> {
  const shared = new Map<string, number[]>();
  for (const { index, target } of choices) {
    if (target === null) continue;
    const key = targetKey(target);
    shared.set(key, [...(shared.get(key) ?? []), index]);
  }
  for (const [key, indexes] of shared) if (indexes.length === 1) shared.delete(key);
  return shared;
}
