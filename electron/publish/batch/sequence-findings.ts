import type { BatchFinding } from '../../model/batch.ts';
import type { DraftPart } from '../../model/draft.ts';
import type { Branch, Release } from '../../model/release.ts';
import { compareVersions } from '../../model/version.ts';
import { words } from '../../texts/words.ts';
import { willBeLatest } from '../request.ts';
import { branchInWords } from '../words.ts';
import { type Place, placeKey, type ReleaseIndex, versionKey } from './imagined-server.ts';
import { imaginedId, type LatestChange, type PlayedStep, type Simulation } from './simulate.ts';

/**
 * What only the sequence of a batch reveals, in the order of its steps. What a draft would be told in any place is
 * left to its own findings.
 */
export function sequenceFindings(
  simulation: Simulation,
  index: ReleaseIndex,
  branches: readonly Branch[],
): BatchFinding[] {
  const played = readPlay(simulation, index, branches);
  const findings = [
    ...simulation.steps.flatMap((_, at) => [
      ...versionRefused(played, at),
      ...licensesRefused(played, at),
      ...latestGap(played, at),
      ...latestLostBeforeMove(played, at),
      ...filesHarmed(played, at),
    ]),
    ...latestClaims(played),
  ];
  const positions = new Map(simulation.steps.map(({ draft }, at) => [draft.id, at]));
  const placeOf = ({ draftId }: BatchFinding): number => positions.get(draftId) ?? 0;
  return findings.sort((a, b) => placeOf(a) - placeOf(b));
}

interface Play {
  readonly simulation: Simulation;
  readonly steps: readonly PlayedStep[];
  readonly index: ReleaseIndex;
  readonly branches: readonly Branch[];
  /** Where a release's draft stands. */
  readonly stepOf: ReadonlyMap<string, number>;
  /** Steps in a circle of versions that wait for each other. */
  readonly exchanges: ReadonlySet<number>;
  /** By place, who becomes the latest of it or stops being it, in order. */
  readonly latest: ReadonlyMap<string, readonly (LatestChange & { readonly at: number })[]>;
}

function readPlay(simulation: Simulation, index: ReleaseIndex, branches: readonly Branch[]): Play {
  const { steps } = simulation;
  const latest = new Map<string, (LatestChange & { at: number })[]>();
  for (const [at, step] of steps.entries()) {
    for (const change of step.latest) {
      const key = placeKey(change.place);
      const known = latest.get(key);
      if (known) known.push({ ...change, at });
      else latest.set(key, [{ ...change, at }]);
    }
  }
  const stepOf = new Map(steps.map(({ draft }, at) => [imaginedId(draft), at]));
  const exchanges = exchangesIn(steps, index, stepOf);
  return { simulation, steps, index, branches, stepOf, exchanges, latest };
}

/** The version is held when its turn comes, by a release that is in the batch too (step 10). */
function versionRefused(play: Play, at: number): BatchFinding[] {
  const step = play.steps[at];
  if (step?.outcome.is !== 'refused' || step.outcome.refusal.because !== 'version-taken') return [];
  const holderAt = play.stepOf.get(step.outcome.refusal.holderId);
  const holder = holderAt === undefined ? undefined : play.steps[holderAt];
  if (holderAt === undefined || holder === undefined) return [];
  const { version } = step.merged.fields;
  const named = numbered(play, holderAt);
  const said = words().batches;
  const say = (rule: string, message: string): BatchFinding[] => [
    finding('blocks', rule, 'version', step, [holder], message),
  ];
  if (holderAt < at && holder.outcome.is === 'published') {
    if (!takes(holder)) return [];
    return say('version-twice', said.versionTwice(named, version));
  }
  if (!leaves(holder)) return [];
  if (play.exchanges.has(at)) {
    return say('version-exchange', said.versionExchange(named, version));
  }
  if (holderAt < at) {
    return say('version-not-freed', said.versionNotFreed(named, version));
  }
  return say('version-freed-later', said.versionFreedLater(named, version));
}

/** Licenses on the release that is the latest, though a later step makes another one the latest (step 13). */
function licensesRefused(play: Play, at: number): BatchFinding[] {
  const step = play.steps[at];
  if (step?.outcome.is !== 'refused' || step.outcome.refusal.because !== 'licenses-with-latest') return [];
  if (step.theirs?.latest !== true) return [];
  const next = changesIn(play, step.theirs).find((change) => change.at > at && change.to !== null);
  const claimant = next && play.steps[next.at];
  if (!claimant) return [];
  return [
    finding(
      'blocks',
      'licenses-before-latest-moves',
      'licenses',
      step,
      [claimant],
      words().batches.licensesBeforeLatest(numbered(play, next.at)),
    ),
  ];
}

/** Between two steps nothing is the latest, so whoever asks for the latest gets none. */
function latestGap(play: Play, at: number): BatchFinding[] {
  const step = play.steps[at];
  if (!step) return [];
  return step.latest.flatMap(({ place, to }) => {
    if (to !== null) return [];
    const next = changesIn(play, place).find((change) => change.at > at);
    const claimant = next && play.steps[next.at];
    if (!claimant) return [];
    return [
      finding(
        'warns',
        'latest-gap',
        'latest',
        step,
        [claimant],
        words().batches.latestGap(numbered(play, next.at), branchOf(play, place)),
      ),
    ];
  });
}

/** A release that was to stay the latest when it moves to another branch has lost it to an earlier step. */
function latestLostBeforeMove(play: Play, at: number): BatchFinding[] {
  const step = play.steps[at];
  if (step?.outcome.is !== 'published') return [];
  const { draft, merged, theirs } = step;
  const before = play.index.byId.get(imaginedId(draft));
  if (!before?.latest || theirs?.latest === true) return [];
  if (!willBeLatest(draft.fields) || willBeLatest(merged.fields)) return [];
  if (merged.fields.branchId === before.branchId) return [];
  const taken = changesIn(play, before).findLast((change) => change.at < at && change.to !== null);
  const claimant = taken && play.steps[taken.at];
  if (!claimant) return [];
  return [
    finding(
      'warns',
      'latest-lost-before-move',
      'latest',
      step,
      [claimant],
      words().batches.latestLostBeforeMove(
        numbered(play, taken.at),
        branchOf(play, { ...before, branchId: merged.fields.branchId }),
      ),
    ),
  ];
}

/** Several become the latest of one place: all but the last are it only for a while. */
function latestClaims(play: Play): BatchFinding[] {
  return [...play.latest.values()].flatMap((changes) => {
    const claims = changes.flatMap(({ at, to }) => {
      const step = play.steps[at];
      return step && to !== null && to.id === imaginedId(step.draft) ? [{ at, to, step }] : [];
    });
    const last = claims.at(-1);
    if (!last || claims.length < 2) return [];
    const inVain = claims.slice(0, -1).map(({ step }, nth) => {
      const next = claims[nth + 1] ?? last;
      return finding(
        'warns',
        'latest-in-vain',
        'latest',
        step,
        [next.step],
        words().batches.latestInVain(numbered(play, next.at)),
      );
    });
    const newest = claims.reduce((a, b) => (compareVersions(b.to.version, a.to.version) > 0 ? b : a));
    if (newest === last) return inVain;
    return [
      ...inVain,
      finding(
        'warns',
        'latest-goes-back',
        'latest',
        last.step,
        [newest.step],
        words().batches.latestGoesBack(numbered(play, newest.at), branchOf(play, last.to)),
      ),
    ];
  });
}

/** The file that an earlier step gave a release, or left with it, is overwritten or deleted ("What surprises people"). */
function filesHarmed(play: Play, at: number): BatchFinding[] {
  const step = play.steps[at];
  if (!step) return [];
  return step.harms.flatMap(({ victimId, how }) => {
    const victimAt = play.stepOf.get(victimId);
    const victim = victimAt === undefined ? undefined : play.steps[victimAt];
    if (victimAt === undefined || victim === undefined || victimAt > at) return [];
    if (victim.outcome.is !== 'published' || !play.simulation.harmed.has(victimId)) return [];
    // Who keeps both name and file shares it in any order: the draft's own findings say so.
    if (victim.merged.file.kind === 'keep' && !takes(victim)) return [];
    const named = numbered(play, victimAt);
    const said = words().batches;
    if (how === 'deleted') {
      return [finding('warns', 'file-deleted-by-sequence', 'file', step, [victim], said.fileDeleted(named))];
    }
    const message =
      victim.merged.file.kind === 'keep' ? said.keptFileOverwritten(named) : said.fileOverwritten(named);
    return [finding('warns', 'file-overwritten-by-sequence', 'file', step, [victim], message)];
  });
}

/** Whether a step gives its release a version or place it did not have. */
const takes = ({ theirs, merged, draft }: PlayedStep): boolean =>
  theirs === null || versionKey(theirs, theirs.version) !== target(draft.productId, merged.fields);

const leaves = (step: PlayedStep): boolean => step.theirs !== null && takes(step);

const target = (
  productId: string,
  { branchId, version }: { branchId: string | null; version: string },
): string => versionKey({ productId, branchId }, version);

/** The steps that wait for a version that in the end waits for their own. */
function exchangesIn(steps: readonly PlayedStep[], index: ReleaseIndex, stepOf: Play['stepOf']): Set<number> {
  const waitsFor = steps.map((step) => {
    const wanted = target(step.draft.productId, step.merged.fields);
    const own = imaginedId(step.draft);
    const holder = [...(index.ids.version.get(wanted) ?? [])].find((id) => id !== own);
    return holder === undefined ? undefined : stepOf.get(holder);
  });
  const circles = new Set<number>();
  const walkOf = new Map<number, number>();
  for (const start of steps.keys()) {
    let at: number | undefined = start;
    while (at !== undefined && !walkOf.has(at)) {
      walkOf.set(at, start);
      at = waitsFor[at];
    }
    // Back on its own walk: from here round is a circle.
    while (at !== undefined && walkOf.get(at) === start && !circles.has(at)) {
      circles.add(at);
      at = waitsFor[at];
    }
  }
  return circles;
}

function changesIn(play: Play, place: Place): readonly (LatestChange & { readonly at: number })[] {
  return play.latest.get(placeKey(place)) ?? [];
}

/** "3 (1.4.0)". */
function numbered({ steps }: Play, at: number): string {
  return words().batches.named(at + 1, steps[at]?.draft.fields.version ?? '');
}

function branchOf({ branches }: Play, release: Place & Partial<Pick<Release, 'branchName'>>): string | null {
  if (release.branchId === null) return null;
  return release.branchName ?? branchInWords(release.branchId, branches);
}

function finding(
  severity: BatchFinding['severity'],
  rule: string,
  part: DraftPart,
  step: PlayedStep,
  others: readonly PlayedStep[],
  message: string,
): BatchFinding {
  const otherDraftIds = others.map(({ draft }) => draft.id);
  return { rule, severity, part, draftId: step.draft.id, otherDraftIds, message };
}
