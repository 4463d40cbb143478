import type { Release } from '../../model/release.ts';
import { sortByVersion } from '../../model/version.ts';
import { extensionOf, objectName } from '../preflight/storage.ts';
import { willBeLatest } from '../request.ts';
import { objectOf, placeKey, versionKey } from './imagined-server.ts';
import { imaginedId, type PlayedStep } from './simulate.ts';

/** One draft that has to come before another one, or better does. */
export interface Need {
  readonly before: PlayedStep;
  readonly after: PlayedStep;
  readonly why:
    | 'same-release'
    | 'frees-version'
    | 'passes-latest-on'
    | 'moves-while-latest'
    | 'deletes-object'
    | 'newest-is-latest'
    | 'leaves-no-gap';
}

/** What must be so, or a draft is refused or a file lost; and what had better be so, the most important first. */
export interface Needs {
  readonly must: readonly Need[];
  /** Of each of these, one is enough. */
  readonly oneOf: readonly (readonly Need[])[];
  readonly better: readonly Need[];
}

/**
 * Which drafts of a batch had better come before which others. `alone` is each draft played by itself on the server
 * as it is. The order it is in says nothing, but for several drafts of one release.
 */
export function needsOf(alone: readonly PlayedStep[]): Needs {
  const moves = alone
    .filter(({ outcome }) => outcome.is !== 'nothing')
    .toSorted((a, b) => (a.draft.id < b.draft.id ? -1 : 1));
  const claimants = claimsByPlace(moves);
  return {
    must: [...editsInTurn(alone), ...versionsFreed(moves), ...objectsDeleted(moves)],
    oneOf: latestPassedOn(moves, claimants),
    better: [
      ...movedWhileLatest(moves, claimants),
      ...newestIsLatest(claimants),
      ...noGaps(moves, claimants),
    ],
  };
}

/** Of several drafts of one release the last one counts, so it stays the last. */
function editsInTurn(alone: readonly PlayedStep[]): Need[] {
  return [...grouped(alone, ({ draft }) => imaginedId(draft)).values()].flatMap((edits) =>
    edits.slice(1).flatMap((after, nth): Need[] => {
      const before = edits[nth];
      return before ? [{ before, after, why: 'same-release' }] : [];
    }),
  );
}

/** Who gives a version up goes before who takes it (step 10). */
function versionsFreed(moves: readonly PlayedStep[]): Need[] {
  const leaving = grouped(moves, (step) => {
    const { theirs } = step;
    if (theirs === null) return null;
    const key = versionKey(theirs, theirs.version);
    return key === targetOf(step) ? null : key;
  });
  return moves.flatMap((after) =>
    (leaving.get(targetOf(after)) ?? [])
      .filter((before) => before !== after)
      .map((before): Need => ({ before, after, why: 'frees-version' })),
  );
}

/** Who deletes a stored object goes before who stores its own under the same name ("What surprises people"). */
function objectsDeleted(moves: readonly PlayedStep[]): Need[] {
  const deleting = grouped(moves, (step) => {
    const { theirs, merged } = step;
    const old = theirs === null || merged.file.kind === 'keep' ? null : objectOf(theirs);
    return old === objectStored(step) ? null : old;
  });
  return moves.flatMap((after) => {
    const stored = objectStored(after);
    if (stored === null) return [];
    return (deleting.get(stored) ?? [])
      .filter((before) => before !== after)
      .map((before): Need => ({ before, after, why: 'deletes-object' }));
  });
}

/** Licenses come onto the latest release only after another one has become the latest (step 13). */
function latestPassedOn(moves: readonly PlayedStep[], claimants: Claimants): Need[][] {
  return moves.flatMap((after) => {
    const { theirs, merged } = after;
    if (!theirs?.latest || merged.fields.licenseIds.length === 0) return [];
    if (merged.fields.status !== 'PUBLISHED') return [];
    const needs = others(claimants, theirs, after).map(
      (before): Need => ({ before, after, why: 'passes-latest-on' }),
    );
    return needs.length === 0 ? [] : [needs];
  });
}

/** A release that moves to another branch as the latest does so before another one takes that from it. */
function movedWhileLatest(moves: readonly PlayedStep[], claimants: Claimants): Need[] {
  return moves
    .filter(movesAsLatest)
    .flatMap((before) =>
      others(claimants, before.theirs, before).map(
        (after): Need => ({ before, after, why: 'moves-while-latest' }),
      ),
    );
}

/** Of several that become the latest, the newest has the last word. */
function newestIsLatest(claimants: Claimants): Need[] {
  return [...claimants.values()].flatMap((claims) => {
    const newest = claims.at(-1);
    if (newest === undefined) return [];
    return claims.slice(0, -1).map((before): Need => ({ before, after: newest, why: 'newest-is-latest' }));
  });
}

/** Who becomes the latest goes before whoever gives it up. */
function noGaps(moves: readonly PlayedStep[], claimants: Claimants): Need[] {
  return moves
    .filter((step) => step.theirs?.latest === true && !staysLatest(step) && !movesAsLatest(step))
    .flatMap((after) => {
      const [first] = others(claimants, after.theirs, after);
      return first ? [{ before: first, after, why: 'leaves-no-gap' } satisfies Need] : [];
    });
}

type Claimants = ReadonlyMap<string, readonly PlayedStep[]>;

/** Who becomes the latest of a place without being it, by place; the newest last. */
function claimsByPlace(moves: readonly PlayedStep[]): Claimants {
  const oldestFirst = sortByVersion(moves, ({ merged }) => merged.fields.version);
  return grouped(oldestFirst, (step) => {
    if (!willBeLatest(step.merged.fields) || staysLatest(step)) return null;
    return placeKey({ ...step.draft, branchId: step.merged.fields.branchId });
  });
}

function others(claimants: Claimants, place: Release | null, self: PlayedStep): PlayedStep[] {
  if (place === null) return [];
  return (claimants.get(placeKey(place)) ?? []).filter((step) => step !== self);
}

const staysLatest = ({ theirs, merged }: PlayedStep): boolean =>
  theirs?.latest === true && willBeLatest(merged.fields) && theirs.branchId === merged.fields.branchId;

const movesAsLatest = ({ theirs, merged }: PlayedStep): boolean =>
  theirs?.latest === true && willBeLatest(merged.fields) && theirs.branchId !== merged.fields.branchId;

const targetOf = ({ draft, merged: { fields } }: PlayedStep): string =>
  versionKey({ productId: draft.productId, branchId: fields.branchId }, fields.version);

function objectStored({ draft, merged: { fields, file } }: PlayedStep): string | null {
  if (file.kind !== 'replace') return null;
  return objectName(draft.productId, fields.version, extensionOf(file.artifact.name) ?? file.artifact.name);
}

function grouped(
  steps: readonly PlayedStep[],
  keyOf: (step: PlayedStep) => string | null,
): Map<string, PlayedStep[]> {
  const groups = new Map<string, PlayedStep[]>();
  for (const step of steps) {
    const key = keyOf(step);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(step);
    else groups.set(key, [step]);
  }
  return groups;
}
