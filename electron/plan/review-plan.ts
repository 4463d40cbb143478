import type { Finding } from '../model/draft.ts';
import type { Branch, License, Release } from '../model/release.ts';
import { mapInPieces, type Pieces } from '../pieces.ts';
import { indexing } from '../publish/batch/imagined-server.ts';
import { sequenceFindings } from '../publish/batch/sequence-findings.ts';
import { type PlayedStep, simulating } from '../publish/batch/simulate.ts';
import { preflight } from '../publish/preflight.ts';
import type { StoredDraft } from '../store/drafts.ts';

/** What is known of a product's surroundings when its drafts are checked. */
export interface Surroundings {
  readonly branches: readonly Branch[];
  /** Null when they were never read. */
  readonly licenses: readonly License[] | null;
}

export interface ToReview {
  /** In the order of publishing. */
  readonly drafts: readonly StoredDraft[];
  /** Every release of their products, as last read. */
  readonly releases: readonly Release[];
  readonly maxFileBytes: number;
  around(productId: string): Surroundings;
  /** Whether the vault holds the file of this release. */
  oldFileInVault(release: Release | null): boolean;
}

export interface PlanReview {
  /** What there is to say of each draft, by its id. */
  readonly findings: ReadonlyMap<string, Finding[]>;
  /** Those that change nothing. */
  readonly idle: ReadonlySet<string>;
}

/** Looks at each draft in its place, as if all before it had been published; in pieces. */
export function* reviewPlan(given: ToReview): Pieces<PlanReview> {
  const index = yield* indexing(given.releases);
  const branches = [...new Set(given.drafts.map(({ productId }) => productId))].flatMap((productId) => [
    ...given.around(productId).branches,
  ]);
  const simulation = yield* simulating(given.drafts, { index, branches, blocked: new Set() });
  const own = yield* mapInPieces(given.drafts, draftsAtOnce, (draft, at) =>
    ownFindings(draft, simulation.steps[at], given),
  );
  const findings = new Map(given.drafts.map(({ id }, at) => [id, own[at] ?? []]));
  for (const { draftId, rule, severity, part, message } of sequenceFindings(simulation, index, branches)) {
    findings.get(draftId)?.unshift({ rule, severity, part, message, fix: null });
  }
  const idle = simulation.steps.flatMap(({ draft, outcome }) => (outcome.is === 'nothing' ? [draft.id] : []));
  return { findings, idle: new Set(idle) };
}

const draftsAtOnce = 50;

function ownFindings(draft: StoredDraft, step: PlayedStep | undefined, given: ToReview): Finding[] {
  const { source, file, ...rest } = draft;
  const { branches, licenses } = given.around(draft.productId);
  return preflight(
    { ...rest, file: file.kind === 'replace' ? { ...file, source: source ? 'unchanged' : 'none' } : file },
    {
      connection: { maxFileBytes: given.maxFileBytes },
      releases: step?.neighbours ?? [],
      branches,
      licenses,
      rivals: [],
      artifactInVault: true,
      oldFileInVault: given.oldFileInVault(step?.theirs ?? null),
    },
  );
}
