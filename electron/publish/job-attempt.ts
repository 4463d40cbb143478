import type { Attempt, ServerAnswer } from '../model/attempt.ts';
import type { Failure } from '../model/failure.ts';
import type { Release } from '../model/release.ts';
import type { Flight, Intent, JobRecord, World } from './job-record.ts';

/** The history's entry of a request that is about to leave. */
export function startOf(record: JobRecord, { number, startedAt, before, meant }: Intent): Attempt {
  return {
    id: `${record.id}:${number}`,
    jobId: record.id,
    connectionId: record.connectionId,
    releaseId: record.releaseId,
    productId: record.productId,
    version: meant.fields.version,
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: null,
    before,
    sent: {
      fields: meant.fields,
      keepExistingFile: meant.file.kind === 'keep',
      artifact: meant.file.kind === 'replace' ? meant.file.artifact : null,
    },
    after: null,
    outcome: 'started',
    failure: null,
    answer: null,
  };
}

/** The same of the request in flight, with what came of it. `after` is the release as it was read then. */
export function endOf(
  record: JobRecord,
  flight: Flight,
  world: World,
  outcome: Exclude<Attempt['outcome'], 'started'>,
  failure: Failure | null,
  after: Release | null,
): Attempt {
  return {
    ...startOf(record, flight.intent),
    releaseId: after?.id ?? record.releaseId,
    finishedAt: new Date(world.now).toISOString(),
    after,
    outcome,
    failure,
    answer: answerTo(flight),
  };
}

/** What the request itself was answered, whatever went wrong with reading the release afterwards. */
function answerTo({ failure, answer }: Flight): ServerAnswer | null {
  if (failure === null) return answer;
  return failure.status === null ? null : { status: failure.status, details: failure.details };
}
