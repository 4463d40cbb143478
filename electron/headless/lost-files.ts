import type { PlanEntry } from '../model/plan.ts';
import type { LostFile } from '../services/lost-files.ts';
import type { OfEntry } from './changes.ts';
import { followJob, type Outcome, watchJobs } from './follow-job.ts';
import type { LostFileReport, Reporter } from './reporter.ts';
import type { Workplace } from './workplace.ts';

interface ToCareFor {
  readonly workplace: Pick<Workplace, 'services' | 'connectionId' | 'isKept'>;
  readonly entries: readonly PlanEntry[];
  /** Whether they are to be sent again where there is a copy. */
  readonly putBack: boolean;
  /** Aborted when no more is to be sent. */
  readonly stop: AbortSignal;
  readonly reporter: Reporter;
}

/**
 * The end of a run: of the releases of the plan that are without the file which a refused upload has cost them, now or in
 * an earlier run, sends it again where that is wanted and there is a copy, and tells of each that is not back what it
 * was, where the copy lies and what to do.
 */
export async function careForLostFiles(given: ToCareFor): Promise<void> {
  const { workplace, entries, putBack, stop, reporter } = given;
  const { services, connectionId } = workplace;
  const releaseIds = entries.flatMap(({ releaseId }) => releaseId ?? []);
  const missing = () => services.lostFiles.stillMissing(connectionId, releaseIds);
  if (putBack && !stop.aborted) await sendAgain(await missing(), given);
  for (const lost of await missing()) reporter.lostFile(reportOf(lost, given));
}

async function sendAgain(
  missing: readonly LostFile[],
  { workplace: { services }, entries, stop, reporter }: ToCareFor,
): Promise<void> {
  const watch = watchJobs(services, () => undefined);
  const own = new Set<string>();
  const cancelAll = (): void => {
    for (const jobId of own) void services.handlers['jobs.cancel']({ jobId }, []);
  };
  const follow = (lost: LostFile): Promise<Outcome> => {
    const job = services.putBack(lost);
    own.add(job.id);
    return followJob(entryOf(lost, entries), job, {
      services,
      watch,
      resolver: { resolves: () => false },
      keyIsMissing: cancelAll,
      reporter: { changed: reporter.putsBack, progressed: () => undefined },
    });
  };
  stop.addEventListener('abort', cancelAll);
  try {
    await Promise.all(missing.filter(({ copy }) => copy !== null).map(follow));
  } finally {
    stop.removeEventListener('abort', cancelAll);
    watch.end();
  }
}

function entryOf({ productId, releaseId, version }: LostFile, entries: readonly PlanEntry[]): OfEntry {
  const entry = 1 + entries.findIndex((one) => one.releaseId === releaseId);
  return { entry, productId, releaseId, version };
}

function reportOf(lost: LostFile, { workplace, entries, putBack }: ToCareFor): LostFileReport {
  const { releaseId, version, file } = lost;
  const copy = workplace.isKept ? lost.copy : null;
  const again = putBack
    ? 'Run the same command once more.'
    : 'Run the same command with --put-back, or press “Put the old file back” in the queue of the app.';
  return {
    entry: entryOf(lost, entries).entry,
    releaseId,
    version,
    name: file.name,
    size: file.size,
    md5: file.checksum,
    sha256: copy?.artifact.sha256 ?? null,
    path: copy?.path ?? null,
    remedy: copy === null ? 'This app has no copy of it: publish the release with a file again.' : again,
  };
}
