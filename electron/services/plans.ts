import type { Batch } from '../model/batch.ts';
import type { Plan } from '../model/plan.ts';
import { planExtension } from '../opening/plan-name.ts';
import { inTurns, mapInPieces } from '../pieces.ts';
import type { PlanSource } from '../plan/plan-source.ts';
import { planning, writingPlan } from '../plan/write-plan.ts';
import { writePlanZip, type ZipOptions } from '../plan/write-plan-zip.ts';
import {
  type LookedPlan,
  type LookOptions,
  lookAtPlan,
  type MadePlan,
  makePlanned,
  type PlanDependencies,
} from './plan-import.ts';
import { safeFileName } from './safe-file-name.ts';

/** Batches as files, out of the app and into it. */
export interface PlanService {
  /**
   * What a plan would do, or why not; its artifacts are taken into the vault. Nothing is read from the server: a plan is
   * held against what was last seen. Throws `cancelled`.
   */
  look(connectionId: string, source: PlanSource, options: LookOptions): Promise<LookedPlan>;
  /** Makes the drafts of a plan that was looked at, in its order: all of them, or none and why not. */
  make(connectionId: string, looked: LookedPlan): Promise<MadePlan>;
  /** The plan of a batch, as the name and text of a file. */
  export(batch: ToExport): Promise<{ name: string; text: string }>;
  /** The same with its artifacts, as a ZIP at `path`. Throws `cancelled` when the signal says so. */
  exportZip(batch: ToExport, path: string, options?: ZipOptions): Promise<void>;
}

export type ToExport = Pick<Batch, 'connectionId' | 'name' | 'draftIds' | 'onFailure' | 'startAt'>;

export function createPlanService(given: PlanDependencies): PlanService {
  const { drafts, catalogue, connections, vault } = given;

  const planFor = async ({ connectionId, draftIds, ...batch }: ToExport): Promise<Plan> => {
    const found = await inTurns(mapInPieces(draftIds, draftsAtOnce, (id) => drafts.get(id)));
    const stored = found.filter((draft) => draft !== null);
    const products = catalogue.products(connectionId).items;
    const branches = [...new Set(stored.map(({ productId }) => productId))].flatMap((productId) =>
      catalogue.branches(connectionId, productId),
    );
    const names = new Map([...products, ...branches].map(({ id, name }) => [id, name]));
    const connection = connections.get(connectionId);
    return inTurns(planning({ connection, batch, drafts: stored, names }));
  };

  return {
    look: (connectionId, source, options) => lookAtPlan(connectionId, source, options, given),
    make: (connectionId, looked) => makePlanned(connectionId, looked, given),
    export: async (batch) => ({
      name: `${safeFileName(batch.name, 'plan')}${planExtension}`,
      text: await inTurns(writingPlan(await planFor(batch))),
    }),
    exportZip: async (batch, path, options) => writePlanZip(await planFor(batch), vault, path, options),
  };
}

const draftsAtOnce = 50;
