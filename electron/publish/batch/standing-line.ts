import type { JobRecord } from '../job-record.ts';
import type { InLine, UnderWay } from './schedule.ts';

/** The jobs of a queue as `schedule` plays them. */
export interface StandingLine {
  readonly line: readonly InLine[];
  readonly underWay: readonly UnderWay[];
}

/**
 * Where each of these jobs stands, in the order of the line. Left out is what nobody can say a time for: what is over,
 * what a person has paused, and what waits for the network or a key, with all of its product that stands behind it.
 * `beginsAt` says when a paused one goes on by itself, in ms since 1970; null: when a person says so.
 */
export function standingLine(
  records: readonly JobRecord[],
  beginsAt: (record: JobRecord) => number | null,
): StandingLine {
  const line: InLine[] = [];
  const underWay: UnderWay[] = [];
  const heldBack = new Set<string>();
  const stand = (record: JobRecord, notBefore: number | null): void => {
    if (!heldBack.has(record.productId))
      line.push({ ...subjectOf(record), bytes: bytesOf(record), notBefore });
  };
  const isAtWork = (
    record: JobRecord,
    bytesLeft: number,
    sentAt: number | null,
    looksAt: number | null = null,
  ): void => void underWay.push({ ...subjectOf(record), bytesLeft, sentAt, looksAt });

  for (const record of records) {
    const { phase, flight, productId } = record;
    const sentAt = flight?.intent.startedAt ?? null;
    switch (phase.at) {
      case 'queued':
        stand(record, null);
        break;
      case 'paused': {
        const at = beginsAt(record);
        if (at !== null) stand(record, at);
        break;
      }
      case 'resting':
        if (phase.until === null) heldBack.add(productId);
        else if (sentAt === null) stand(record, phase.until);
        else isAtWork(record, 0, sentAt, phase.until);
        break;
      case 'reading':
      case 'checking':
        isAtWork(record, bytesOf(record), null);
        break;
      case 'sending':
        isAtWork(record, bytesLeftOf(record, phase), sentAt);
        break;
      case 'answering':
        isAtWork(record, 0, sentAt);
        break;
      case 'finding-out':
        isAtWork(record, 0, sentAt, phase.until);
        break;
      case 'checking-key':
        heldBack.add(productId);
        break;
      default:
    }
  }
  return { line, underWay };
}

const subjectOf = ({ id, productId, releaseId }: JobRecord) => ({
  id,
  productId,
  call: releaseId === null ? ('create' as const) : ('update' as const),
});

const bytesOf = ({ meant: { file } }: JobRecord): number =>
  file.kind === 'replace' ? file.artifact.size : 0;

/** Until the connection stands, nothing of the file is out. */
const bytesLeftOf = (record: JobRecord, sending: { sentBytes: number; totalBytes: number }): number =>
  sending.totalBytes === 0 ? bytesOf(record) : Math.max(0, sending.totalBytes - sending.sentBytes);
