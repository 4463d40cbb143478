import { z } from 'zod';
import { importedSchema, importKindSchema } from '../model/import.ts';
import { planReportSchema } from '../model/plan.ts';
import { batchName, localId, ofConnection } from './shapes.ts';

const heldImport = z.object({ importId: z.string(), kind: importKindSchema });
const ofImport = { importId: localId, onStale: z.enum(['refuse', 'take']) };

/** Plans and tables that drafts are made of. */
export const importCalls = {
  /** Holds a plan (JSON or ZIP) or CSV file that travels beside the input (see `fileCalls`). */
  'imports.begin': { input: ofConnection, output: heldImport },
  /** The same for the plan that an opening has named. */
  'imports.beginOpened': {
    input: z.strictObject({ connectionId: localId, planId: localId }),
    output: heldImport,
  },
  /** What it would do; nothing is made. */
  'imports.look': { input: z.strictObject(ofImport), output: planReportSchema },
  /** Makes its drafts and their batch: all of them, or none and why. A CSV file has no batch but the one named here. */
  'imports.make': {
    input: z.strictObject({ ...ofImport, batchName: batchName.nullable() }),
    output: importedSchema,
  },
  /** Forgets it, and stops what is being done with it. */
  'imports.end': { input: z.strictObject({ importId: localId }), output: z.null() },
  /** Undoes `imports.make`; answers what could not be undone, as sentences. */
  'imports.undo': {
    input: z.strictObject({ importId: localId }),
    output: z.object({ problems: z.array(z.string()) }),
  },
};
