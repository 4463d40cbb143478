import { z } from 'zod';
import { fileMatchesSchema, madeDraftsSchema, matchChoiceSchema } from '../model/file-match.ts';
import { batchName, localId, ofProduct } from './shapes.ts';

const ofSet = z.strictObject({ setId: localId });

/** Dropped files, and the releases they are for. */
export const matchingCalls = {
  /** Holds the dropped or chosen files, folders among them, that travel beside the input (see `fileCalls`). */
  'matching.begin': { input: ofProduct, output: z.object({ setId: z.string() }) },
  /** Opens the folders and finds the release each file is for. */
  'matching.look': { input: ofSet, output: fileMatchesSchema },
  /** Makes the drafts of what was chosen, and a batch of them: all of them, or none and why. Ends the set when done. */
  'matching.make': {
    input: z.strictObject({
      setId: localId,
      choices: z.array(matchChoiceSchema).min(1).max(10_000),
      batchName: batchName.nullable(),
    }),
    output: madeDraftsSchema,
  },
  /** Stops what is being done with the files; they are still held. */
  'matching.stop': { input: ofSet, output: z.null() },
  'matching.end': { input: ofSet, output: z.null() },
  /** Undoes `matching.make`; answers what could not be undone, as sentences. */
  'matching.undo': { input: ofSet, output: z.object({ problems: z.array(z.string()) }) },
};
