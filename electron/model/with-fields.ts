import type { DraftChange, DraftFields } from './draft.ts';

/** The fields with those that are named in a change put in. */
export function withFields(fields: DraftFields, change: NonNullable<DraftChange['fields']>): DraftFields {
  return {
    version: change.version ?? fields.version,
    status: change.status ?? fields.status,
    setAsLatest: change.setAsLatest ?? fields.setAsLatest,
    branchId: change.branchId === undefined ? fields.branchId : change.branchId,
    metadata: change.metadata ?? fields.metadata,
    licenseIds: change.licenseIds ?? fields.licenseIds,
  };
}
