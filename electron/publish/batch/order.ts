import type { BatchFinding } from '../../model/batch.ts';
import { mapInPieces, type Pieces } from '../../pieces.ts';
import { words } from '../../texts/words.ts';
import { type Need, needsOf } from './needs.ts';
import { createOrderGraph } from './order-graph.ts';
import { sequenceFindings } from './sequence-findings.ts';
import {
  type BatchDraft,
  type Given,
  type PlayedStep,
  type Simulation,
  simulate,
  simulating,
} from './simulate.ts';

export interface BetterOrder {
  readonly drafts: readonly BatchDraft[];
  /** What it mends, in sentences that speak of drafts by their numbers in the order as it is. */
  readonly reasons: string[];
}

/**
 * A better order for a batch, or null when none was found: versions are given up before they are taken, "latest" is
 * passed on before licenses come, a stored file is deleted before another takes its name, the newest of those that
 * become the latest comes last, and something is the latest at any time. What need not move stays in its order. It is
 * only proposed when a play shows that it is better, and a proposed order has none better. `now` is the play of the
 * order as it is.
 */
export function* proposingOrder(
  drafts: readonly BatchDraft[],
  given: Given,
  now: Played,
): Pieces<BetterOrder | null> {
  if (now.findings.every(({ rule }) => orderless.has(rule))) return null;
  const alone = (yield* mapInPieces(drafts, 50, (draft) => simulate([draft], given).steps)).flat();
  const { must, oneOf, better } = needsOf(alone);
  const graph = createOrderGraph(alone);
  for (const need of must) graph.add(need);
  for (const needs of oneOf) needs.some((need) => graph.addUnlessCircular(need));
  for (const need of better) graph.addUnlessCircular(need);

  const proposed = graph.sorted().map(({ draft }) => draft);
  const simulation = yield* simulating(proposed, given);
  const findings = sequenceFindings(simulation, given.index, given.branches);
  if (!isBetter(costOf(simulation, findings), costOf(now.simulation, now.findings))) return null;
  // Another draft refused in its stead would be no mending.
  if (!refusedIn(simulation).isSubsetOf(refusedIn(now.simulation))) return null;
  return { drafts: proposed, reasons: reasonsFor(alone, graph.needs(), proposed) };
}

export interface Played {
  readonly simulation: Simulation;
  readonly findings: readonly BatchFinding[];
}

/** So in every order, or mended by none. */
const orderless = new Set(['latest-in-vain', 'version-exchange']);

/** What speaks against an order, the worst first: files lost, drafts refused, the wrong latest release, none for a while. */
function costOf(simulation: Simulation, findings: readonly BatchFinding[]): number[] {
  const count = (...rules: string[]): number => findings.filter(({ rule }) => rules.includes(rule)).length;
  return [
    simulation.harmed.size,
    refusedIn(simulation).size,
    count('latest-goes-back', 'latest-lost-before-move'),
    count('latest-gap'),
  ];
}

const refusedIn = ({ steps }: Simulation): ReadonlySet<string> =>
  new Set(steps.flatMap(({ outcome, draft }) => (outcome.is === 'refused' ? [draft.id] : [])));

function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const differs = a.findIndex((count, at) => count !== b[at]);
  return differs !== -1 && (a[differs] ?? 0) < (b[differs] ?? 0);
}

function reasonsFor(
  before: readonly PlayedStep[],
  needs: readonly Need[],
  proposed: readonly BatchDraft[],
): string[] {
  const said = words().batches;
  const now = new Map(before.map(({ draft }, at) => [draft.id, at + 1]));
  const then = new Map(proposed.map(({ id }, at) => [id, at + 1]));
  const isBefore = (places: ReadonlyMap<string, number>, a: PlayedStep, b: PlayedStep): boolean =>
    (places.get(a.draft.id) ?? 0) < (places.get(b.draft.id) ?? 0);
  return needs
    .filter((need) => !isBefore(now, need.before, need.after) && isBefore(then, need.before, need.after))
    .map((need) => {
      const name = ({ draft }: PlayedStep): string =>
        said.named(now.get(draft.id) ?? 0, draft.fields.version);
      return said.goesBefore(name(need.before), name(need.after), said.because[need.why]);
    });
}
