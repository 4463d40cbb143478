import type { Plan, PlanEntry } from '../../electron/model/plan.ts';
import { exampleConnection, exampleRelease } from './examples.ts';

/** Small true-to-life plans; a test names only what it is about. */

const release = exampleRelease();

export const exampleEntry = (change: Partial<PlanEntry> = {}): PlanEntry => ({
  productId: release.productId,
  releaseId: release.id,
  base: {
    version: '1.4.0',
    status: 'PUBLISHED',
    latest: false,
    branchId: null,
    metadata: [],
    licenseIds: [],
    file: null,
  },
  fields: { status: 'DEPRECATED' },
  file: { kind: 'keep' },
  ...change,
});

export const examplePlan = (change: Partial<Plan> = {}): Plan => {
  const { serverUrl, teamId } = exampleConnection();
  return {
    schemaVersion: 1,
    connection: { serverUrl, teamId },
    batch: { name: 'Winter', onFailure: 'stop', startAt: null },
    names: {},
    entries: [exampleEntry()],
    ...change,
  };
};

/** A plan as the bytes of its file. */
export const bytesOf = (plan: unknown): Uint8Array => Buffer.from(JSON.stringify(plan));
