import { z } from 'zod';
import { comparisonRowSchema } from '../model/draft.ts';
import { conflictChoiceSchema, jobForecastSchema, jobSchema } from '../model/job.ts';
import { localId, ofConnection, ofDraft } from './shapes.ts';

const ofJob = z.strictObject({ jobId: localId });
/** A side for each field in conflict, by the `label`s of the job's conflicts. */
const choicesOfJob = z.strictObject({
  jobId: localId,
  choices: z.record(z.string().max(6000), conflictChoiceSchema),
});

/** What is on its way, or waits for its turn. */
export const jobCalls = {
  'jobs.list': { input: ofConnection, output: z.array(jobSchema) },
  /** When each job that is not over goes and is done, if nothing fails. */
  'jobs.forecast': { input: ofConnection, output: z.array(jobForecastSchema) },
  /** Puts a draft in the queue. Refused with the findings when preflight blocks it. */
  'jobs.publish': { input: ofDraft, output: jobSchema },
  /** Stops a job before its next request; one under way settles first. */
  'jobs.pause': { input: ofJob, output: jobSchema },
  'jobs.resume': { input: ofJob, output: jobSchema },
  'jobs.pauseAll': { input: ofConnection, output: z.array(jobSchema) },
  'jobs.resumeAll': { input: ofConnection, output: z.array(jobSchema) },
  /** Changes places with the neighbour in the line. */
  'jobs.move': {
    input: z.strictObject({ jobId: localId, to: z.enum(['earlier', 'later']) }),
    output: z.array(jobSchema),
  },
  'jobs.cancel': { input: ofJob, output: jobSchema },
  'jobs.retry': { input: ofJob, output: jobSchema },
  /** Answers a conflict, field by field, and goes on. */
  'jobs.resolve': { input: choicesOfJob, output: jobSchema },
  /** What merges by itself beside a conflict, and what it comes to with what has been chosen so far. */
  'jobs.merging': { input: choicesOfJob, output: z.array(comparisonRowSchema) },
  /** Queues a job that puts the file a refused upload has cost back on the release, from the vault. */
  'jobs.restoreFile': { input: ofJob, output: jobSchema },
  /** Takes a finished job off the list. */
  'jobs.dismiss': { input: ofJob, output: z.null() },
};
