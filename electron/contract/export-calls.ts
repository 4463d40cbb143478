import { z } from 'zod';
import { savedFileSchema } from '../model/import.ts';
import { batchName, localId, nothing, someIds } from './shapes.ts';

const planFormat = z.enum(['json', 'zip']);

/** Files that the app writes where its user wants them. */
export const exportCalls = {
  /**
   * Saves a batch as a plan, which never holds a key, where the system's dialog is told to; as a ZIP with its
   * artifacts. Null when that was cancelled.
   */
  'files.savePlan': {
    input: z.strictObject({ batchId: localId, format: planFormat }),
    output: savedFileSchema.nullable(),
  },
  /** The same of drafts, as the plan of a batch of this name. */
  'files.savePlanOf': {
    input: z.strictObject({ connectionId: localId, name: batchName, draftIds: someIds, format: planFormat }),
    output: savedFileSchema.nullable(),
  },
  /** Saves the fields of drafts and releases as CSV, in the same way; of a release with a draft those of the draft. */
  'files.saveFields': {
    input: z.strictObject({ connectionId: localId, draftIds: someIds, releaseIds: someIds }),
    output: savedFileSchema.nullable(),
  },
  /** The same of the drafts of a batch, in their order, as a file that is named after it. */
  'files.saveFieldsOfBatch': {
    input: z.strictObject({ batchId: localId }),
    output: savedFileSchema.nullable(),
  },
  /** Stops what is being written: nothing of it is left. */
  'files.stop': { input: nothing, output: z.null() },
  /** Shows a file that was saved in the system's file manager. */
  'files.show': { input: z.strictObject({ savedId: localId }), output: z.null() },
};
