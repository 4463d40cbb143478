import type { Batch, BatchFinding, BatchReview, BatchStep, Compaction, Latest } from '../../model/batch.ts';
import type { Draft, Finding } from '../../model/draft.ts';
import type { Branch, Release } from '../../model/release.ts';
import { mapInPieces, type Pieces } from '../../pieces.ts';
import type { Known } from '../preflight/rule.ts';
import { preflight } from '../preflight.ts';
import type { ReleaseCall } from '../turns.ts';
import { branchInWords } from '../words.ts';
import { type CompactBatch, compacting } from './compact.ts';
import { indexing, type ReleaseIndex } from './imagined-server.ts';
import { proposingOrder } from './order.ts';
import { type InLine, type Schedule, scheduling, type Timing } from './schedule.ts';
import { sequenceFindings } from './sequence-findings.ts';
import { type Given, type PlayedStep, type Simulation, simulating } from './simulate.ts';

export interface ToReview {
  readonly batch: Batch;
  /** In the order of the batch. */
  readonly drafts: readonly Draft[];
  /** Of all products the drafts are of, as last seen. */
  readonly releases: readonly Release[];
  readonly branches: readonly Branch[];
  /** What else preflight asks about a draft. */
  readonly knownOf: (draft: Draft) => Omit<Known, 'releases'>;
  readonly timing: Timing & {
    /** Jobs that are in line already. */
    readonly ahead: readonly InLine[];
  };
}

/**
 * Everything there is to say about a batch before it is published: each draft checked in its place, what only the
 * sequence reveals, a better order, what could be left out, what it costs and when it would be over. A pure function
 * of what was last seen, in pieces of a few milliseconds.
 */
export function* reviewBatch(toReview: ToReview): Pieces<BatchReview> {
  const { batch, drafts, releases, branches } = toReview;
  const index = yield* indexFor(drafts, releases);
  const unblocked: Given = { index, branches, blocked: new Set() };
  const first = yield* playAndCheck(unblocked, toReview);
  const blocked = blockedIn(first);
  const given = { ...unblocked, blocked };
  const { simulation, checked } = blocked.size === 0 ? first : yield* playAndCheck(given, toReview);
  const findings = sequenceFindings(simulation, index, branches);
  yield;
  const better = yield* proposingOrder(drafts, given, { simulation, findings });
  const ofDraft = Map.groupBy(findings, ({ draftId }) => draftId);
  const plan = yield* planOf(simulation, toReview);
  const steps = yield* mapInPieces(
    simulation.steps,
    500,
    (step, at): BatchStep => ({
      draftId: step.draft.id,
      outcome: step.outcome.is,
      findings: withoutSaidTwice(checked[at], ofDraft.get(step.draft.id)),
      latest: latestAfter(step, branches),
      goesAt: isoOf(plan.times.get(step.draft.id)?.goesAt),
      doneAt: isoOf(plan.times.get(step.draft.id)?.doneAt),
    }),
  );
  return {
    batch,
    steps,
    findings,
    order: better && { draftIds: better.drafts.map(({ id }) => id), reasons: better.reasons },
    compaction: yield* compactionOf(given, toReview, simulation, plan),
    cost: costOf(plan, simulation, toReview),
    stopsAt: batch.onFailure === 'stop' ? (steps.find(fails)?.draftId ?? null) : null,
  };
}

/** The batch as it would be compacted: what `reviewBatch` says of it, with the drafts themselves. */
export function* compactBatch(toReview: ToReview): Pieces<CompactBatch> {
  const { drafts, releases, branches } = toReview;
  const index = yield* indexFor(drafts, releases);
  const unblocked: Given = { index, branches, blocked: new Set() };
  const blocked = blockedIn(yield* playAndCheck(unblocked, toReview));
  return yield* compacting(drafts, { ...unblocked, blocked });
}

/**
 * The releases to play on. Of a product that was never read, what is known are the releases its drafts began with.
 */
export function indexFor(
  drafts: readonly Pick<Draft, 'productId' | 'base'>[],
  releases: readonly Release[],
): Pieces<ReleaseIndex> {
  const read = new Set(releases.map(({ productId }) => productId));
  const bases = drafts.flatMap(({ productId, base }) => (base === null || read.has(productId) ? [] : [base]));
  return indexing(bases.length === 0 ? releases : [...bases, ...releases]);
}

/** Checks each draft in its place, against what those before it leave. */
function* playAndCheck(given: Given, { drafts, knownOf }: ToReview): Pieces<Checked> {
  const simulation = yield* simulating(drafts, given);
  const checked = yield* mapInPieces(drafts, 50, (draft, at) =>
    preflight(draft, { ...knownOf(draft), releases: simulation.steps[at]?.neighbours ?? [] }),
  );
  return { simulation, checked };
}

interface Checked {
  readonly simulation: Simulation;
  /** By step, what preflight says. */
  readonly checked: readonly (readonly Finding[])[];
}

/** Drafts that would not be sent for reasons that have nothing to do with their place. */
function blockedIn({ simulation, checked }: Checked): Set<string> {
  const blocked = simulation.steps.filter(
    ({ outcome }, at) =>
      outcome.is === 'published' && checked[at]?.some(({ severity }) => severity === 'blocks'),
  );
  return new Set(blocked.map(({ draft }) => draft.id));
}

/** What the sequence says of a draft, it says better than the draft alone. */
const saidBySequence: Readonly<Record<string, readonly string[]>> = {
  'version-freed-later': ['version-taken'],
  'version-not-freed': ['version-taken'],
  'version-twice': ['version-taken'],
  'version-exchange': ['version-taken'],
  'licenses-before-latest-moves': ['licenses-on-latest', 'licenses-with-latest'],
  'latest-gap': ['latest-lost'],
};

function withoutSaidTwice(own: readonly Finding[] = [], sequence: readonly BatchFinding[] = []): Finding[] {
  const said = sequence.flatMap(({ rule }) => saidBySequence[rule] ?? []);
  return own.filter(({ rule }) => !said.includes(rule));
}

const fails = ({ outcome, findings }: BatchStep): boolean =>
  outcome === 'refused' || outcome === 'blocked' || findings.some(({ rule }) => rule === 'conflict');

function latestAfter({ latest }: PlayedStep, branches: readonly Branch[]): Latest[] {
  return latest.map(({ place: { branchId }, to, from }) => ({
    branchId,
    branch: to?.branchName ?? from?.branchName ?? branchInWords(branchId, branches),
    version: to?.version ?? null,
  }));
}

/** What is sent: what the server would refuse in its place is left where it is. */
const isSent = ({ outcome }: PlayedStep): boolean => outcome.is === 'published';

/** What would cost a slot if it were sent: also what the server refuses. */
const costsSlot = ({ outcome }: PlayedStep): boolean =>
  outcome.is === 'published' || outcome.is === 'refused';

const callOf = ({ draft }: PlayedStep): ReleaseCall => (draft.releaseId === null ? 'create' : 'update');

function planOf({ steps }: Simulation, { batch, timing }: ToReview): Pieces<Schedule> {
  const notBefore = batch.startAt === null ? null : Date.parse(batch.startAt);
  const line = steps.filter(isSent).map((step): InLine => {
    const { draft, merged } = step;
    const bytes = merged.file.kind === 'replace' ? merged.file.artifact.size : 0;
    return { id: draft.id, call: callOf(step), productId: draft.productId, bytes, notBefore };
  });
  return scheduling([...timing.ahead, ...line], timing);
}

function costOf(plan: Schedule, { steps }: Simulation, { batch, timing }: ToReview): BatchReview['cost'] {
  const sent = steps.filter(isSent);
  const count = (call: ReleaseCall): number => sent.filter((step) => callOf(step) === call).length;
  const startsAt = Math.max(timing.now, batch.startAt === null ? 0 : Date.parse(batch.startAt));
  return {
    slots: { update: count('update'), create: count('create') },
    waits: plan.waits,
    startsAt: new Date(startsAt).toISOString(),
    finishesAt: new Date(finishOf(plan, sent, startsAt)).toISOString(),
  };
}

function* compactionOf(
  given: Given,
  toReview: ToReview,
  now: Simulation,
  plan: Schedule,
): Pieces<Compaction | null> {
  const { drafts, dropped, joined, apart } = yield* compacting(toReview.drafts, given);
  if (dropped.length + joined.length + apart.length === 0) return null;
  const then = yield* simulating(drafts, given);
  const { now: from } = toReview.timing;
  const finish = ({ steps }: Simulation, schedule: Schedule): number =>
    finishOf(schedule, steps.filter(isSent), from);
  const slotsOf = ({ steps }: Simulation): number => steps.filter(costsSlot).length;
  const ms = finish(now, plan) - finish(then, yield* planOf(then, toReview));
  return {
    dropped: [...dropped],
    joined: joined.map(({ into, draftIds }) => ({ into, draftIds: [...draftIds] })),
    apart: apart.map(({ draftIds, reason }) => ({ draftIds: [...draftIds], reason })),
    saved: { slots: slotsOf(now) - slotsOf(then), ms: Math.max(0, ms) },
  };
}

/** When the last of these is done, whatever else is in line. */
function finishOf({ times }: Schedule, sent: readonly PlayedStep[], otherwise: number): number {
  return sent.reduce((last, { draft }) => Math.max(last, times.get(draft.id)?.doneAt ?? last), otherwise);
}

const isoOf = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();
