import type { BatchFinding } from '../../model/batch.ts';
import { type Need, needsOf } from './needs.ts';
import { sequenceFindings } from './sequence-findings.ts';
import { type BatchDraft, type Given, type PlayedStep, type Simulation, simulate } from './simulate.ts';

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
export function proposeOrder(
  drafts: readonly BatchDraft[],
  given: Given,
  now: { readonly simulation: Simulation; readonly findings: readonly BatchFinding[] },
): BetterOrder | null {
  if (now.findings.every(({ rule }) => orderless.has(rule))) return null;
  const alone = drafts.flatMap((draft) => simulate([draft], given).steps);
  const { must, oneOf, better } = needsOf(alone);
  const graph = createGraph(alone);
  for (const need of must) graph.add(need);
  for (const needs of oneOf) needs.some((need) => graph.addUnlessCircular(need));
  for (const need of better) graph.addUnlessCircular(need);

  const proposed = graph.sorted().map(({ draft }) => draft);
  const simulation = simulate(proposed, given);
  const findings = sequenceFindings(simulation, given.index, given.branches);
  if (!isBetter(costOf(simulation, findings), costOf(now.simulation, now.findings))) return null;
  // Another draft refused in its stead would be no mending.
  if (!refusedIn(simulation).isSubsetOf(refusedIn(now.simulation))) return null;
  return { drafts: proposed, reasons: reasonsFor(alone, graph.needs(), proposed) };
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

interface Graph {
  add(need: Need): void;
  /** Leaves out what would make a circle; says whether it was taken in. */
  addUnlessCircular(need: Need): boolean;
  needs(): readonly Need[];
  /** As near to the order of the steps as the needs allow; a circle is cut where it begins. */
  sorted(): PlayedStep[];
}

function createGraph(steps: readonly PlayedStep[]): Graph {
  const needs: Need[] = [];
  const followers = new Map<PlayedStep, PlayedStep[]>(steps.map((step) => [step, []]));
  const add = (need: Need): void => {
    needs.push(need);
    followers.get(need.before)?.push(need.after);
  };
  const reaches = (from: PlayedStep, to: PlayedStep): boolean => {
    const seen = new Set<PlayedStep>([from]);
    for (const step of seen) {
      if (step === to) return true;
      for (const next of followers.get(step) ?? []) seen.add(next);
    }
    return false;
  };
  return {
    add,
    addUnlessCircular: (need) => {
      if (reaches(need.after, need.before)) return false;
      add(need);
      return true;
    },
    needs: () => needs,
    sorted: () => {
      const open = new Map(steps.map((step) => [step, 0]));
      for (const { after } of needs) open.set(after, (open.get(after) ?? 0) + 1);
      const order: PlayedStep[] = [];
      for (let next = firstOf(open); next !== null; next = firstOf(open)) {
        order.push(next);
        open.delete(next);
        for (const after of followers.get(next) ?? []) {
          const count = open.get(after);
          if (count !== undefined) open.set(after, count - 1);
        }
      }
      return order;
    },
  };
}

/** The first that waits for nobody; the first of all when everybody waits. */
function firstOf(open: ReadonlyMap<PlayedStep, number>): PlayedStep | null {
  let first: PlayedStep | null = null;
  for (const [step, count] of open) {
    if (count === 0) return step;
    first ??= step;
  }
  return first;
}

function reasonsFor(
  before: readonly PlayedStep[],
  needs: readonly Need[],
  proposed: readonly BatchDraft[],
): string[] {
  const now = new Map(before.map(({ draft }, at) => [draft.id, at + 1]));
  const then = new Map(proposed.map(({ id }, at) => [id, at + 1]));
  const isBefore = (places: ReadonlyMap<string, number>, a: PlayedStep, b: PlayedStep): boolean =>
    (places.get(a.draft.id) ?? 0) < (places.get(b.draft.id) ?? 0);
  return needs
    .filter((need) => !isBefore(now, need.before, need.after) && isBefore(then, need.before, need.after))
    .map((need) => {
      const name = ({ draft }: PlayedStep): string =>
        `number ${now.get(draft.id) ?? 0} (${draft.fields.version})`;
      const [earlier, later] = [name(need.before), name(need.after)];
      const because = {
        'same-release': 'which changes the same release further',
        'frees-version': `which takes the version it gives up`,
        'passes-latest-on': 'which gets licenses and must not be the latest any more by then',
        'moves-while-latest': 'which would take “latest” from it before it is moved',
        'deletes-object': 'whose file takes the stored name it gives up',
        'newest-is-latest': 'which is the newest and is to end as the latest',
        'leaves-no-gap': 'which gives “latest” up: so there is a latest release at any time',
      } as const satisfies Record<Need['why'], string>;
      return `N${earlier.slice(1)} goes before ${later}, ${because[need.why]}.`;
    });
}
