import { type Clock, longestUnnoticed } from '../clock.ts';
import { failureFrom } from '../errors.ts';
import type { Failure } from '../model/failure.ts';
import type { JobEvent, JobRecord } from './job-record.ts';
import { waitsForKey } from './job-view.ts';
import type { SlotLedger, SlotView } from './slot-ledger.ts';
import { type AtWork, type Resting, takeTurns, type Waiting } from './turns.ts';

/** Where a connection's requests go, and the limit there. */
export type Server = Pick<Waiting, 'origin' | 'limit'>;

/** The jobs that stand in line for a turn and a slot. Looks by itself when slots come. */
export interface JobLine {
  /** Gets in line, at the place its job has among the others. */
  join(jobId: string, ticket: number): void;
  leave(jobId: string): void;
  /** Gives turns to those who may go now, and tells the others why they wait. */
  look(): void;
  close(): void;
}

interface Dependencies {
  ledger: SlotLedger;
  clock: Clock;
  /** Every job, in the order of the line. */
  records: () => Iterable<JobRecord>;
  /** Throws when the connection is gone. */
  serverOf: (connectionId: string) => Server;
  /** Whether nobody else may go while this job is in doubt: its failure would stop them. */
  keepsOthersBack: (record: JobRecord) => boolean;
  go: (jobId: string, event: Extract<JobEvent, { on: 'go' }>) => void;
  hold: (jobId: string, event: Extract<JobEvent, { on: 'hold' }>) => void;
  /** Told once when the ledger cannot be read, and again when it can: until then nobody gets a turn. */
  troubled: (failure: Failure | null) => void;
}

export function createJobLine(given: Dependencies): JobLine {
  const { ledger, clock } = given;
  /** Tickets by job. */
  const line = new Map<string, number>();
  let stopWake = (): void => undefined;
  let isLooking = false;
  let lookAgain = false;
  let isTroubled = false;
  let closed = false;

  const look = (): void => {
    if (closed) return;
    lookAgain = isLooking;
    if (isLooking) return;
    isLooking = true;
    try {
      do {
        lookAgain = false;
        lookOnce();
      } while (lookAgain);
      report(null);
    } catch (error) {
      report(failureFrom(error));
      wakeIn(longestUnnoticed);
    } finally {
      isLooking = false;
    }
  };

  const lookOnce = (): void => {
    stopWake();
    if (line.size === 0) return;
    const views = createViews(ledger);
    const { waiting, atWork } = standing(line, { ...given, serverOf: createServers(given.serverOf) });
    const turns = takeTurns(
      waiting,
      atWork,
      (job) => views.of(job).slots,
      (job, ahead) => views.of(job).eta(ahead),
    );
    for (const { jobId, ticket, ...turn } of turns) {
      if (line.get(jobId) !== ticket) continue;
      if (turn.may === 'hold') {
        given.hold(jobId, { on: 'hold', ticket, reason: turn.reason, until: turn.until });
        continue;
      }
      line.delete(jobId);
      given.go(jobId, { on: 'go', ticket });
    }
    const next = views.nextSlot();
    if (line.size > 0 && next !== null) wakeIn(next - clock.now());
  };

  /** Looks again even sooner than slots come: a look costs no request, and finds a clock that was set. */
  const wakeIn = (ms: number): void => {
    stopWake();
    stopWake = clock.after(Math.min(longestUnnoticed, Math.max(0, ms)), look);
  };

  const report = (failure: Failure | null): void => {
    if (failure === null && !isTroubled) return;
    if (failure === null || !isTroubled) given.troubled(failure);
    isTroubled = failure !== null;
  };

  return {
    join: (jobId, ticket) => void line.set(jobId, ticket),
    leave: (jobId) => void line.delete(jobId),
    look,
    close: () => {
      closed = true;
      stopWake();
    },
  };
}

/** What the jobs mean for each other's turns, by where each of them stands. */
function standing(
  line: ReadonlyMap<string, number>,
  { records, serverOf, keepsOthersBack }: Pick<Dependencies, 'records' | 'serverOf' | 'keepsOthersBack'>,
): { waiting: (Waiting | Resting)[]; atWork: AtWork[] } {
  const waiting: (Waiting | Resting)[] = [];
  const atWork: AtWork[] = [];
  const all = [...records()];
  // What one job has found of a key holds for all: none of them asks the same again.
  const withoutKey = new Set(all.filter(waitsForKey).map(({ connectionId }) => connectionId));
  for (const record of all) {
    const { id, phase, flight, connectionId, productId, releaseId, ticket } = record;
    const inDoubt = () => (keepsOthersBack(record) ? 'spent' : 'in-doubt');
    const job = (): Omit<Waiting, 'ticket'> => ({
      jobId: id,
      call: releaseId === null ? 'create' : 'update',
      productId,
      ...serverOf(connectionId),
    });
    switch (phase.at) {
      case 'queued':
        if (line.get(id) !== ticket) break;
        waiting.push(withoutKey.has(connectionId) ? { ...job(), ticket: null } : { ...job(), ticket });
        break;
      case 'reading':
      case 'checking':
        atWork.push({ ...job(), slot: 'reserved' });
        break;
      case 'sending':
      case 'answering':
      case 'checking-key':
        atWork.push({ ...job(), slot: 'spent' });
        break;
      case 'finding-out':
        atWork.push({ ...job(), slot: phase.until === null ? 'spent' : inDoubt() });
        break;
      case 'resting':
        if (flight === null) waiting.push({ ...job(), ticket: null });
        else atWork.push({ ...job(), slot: inDoubt() });
        break;
      default:
    }
  }
  return { waiting, atWork };
}

/** What the ledger says at this moment, read once for each server, call and limit. */
function createViews(ledger: SlotLedger) {
  const views = new Map<string, SlotView>();
  return {
    of: ({ origin, call, limit }: Waiting): SlotView => {
      const name = JSON.stringify([origin, call, limit]);
      const view = views.get(name) ?? ledger.view(origin, call, limit);
      views.set(name, view);
      return view;
    },
    /** When the first slots come where there are none now. */
    nextSlot: (): number | null => {
      const moments = [...views.values()].flatMap(({ slots }) => ('at' in slots ? [slots.at] : []));
      return moments.length === 0 ? null : Math.min(...moments);
    },
  };
}

function createServers(serverOf: (connectionId: string) => Server) {
  const servers = new Map<string, Server>();
  return (connectionId: string): Server => {
    const server = servers.get(connectionId) ?? serverOf(connectionId);
    servers.set(connectionId, server);
    return server;
  };
}
