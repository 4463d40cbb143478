import type { Clock } from '../clock.ts';
import { failureFrom } from '../errors.ts';
import type { Failure } from '../model/failure.ts';
import type { HistoryStore } from '../store/history.ts';
import type { JobStore } from '../store/jobs.ts';
import type { JobSeed } from './job.ts';
import { resumeJob, startJob, step } from './job.ts';
import type { Effect, JobEvent, JobRecord, Notice, Step, World } from './job-record.ts';
import { createJobTasks } from './job-tasks.ts';
import { isOver } from './job-view.ts';
import type { JobWork } from './job-work.ts';
import type { SlotLedger } from './slot-ledger.ts';
import { type AtWork, takeTurns, type Waiting } from './turns.ts';

/** What the queue tells whoever shows it. */
export interface QueueListener {
  changed(record: JobRecord): void;
  notice(record: JobRecord, notice: Notice): void;
}

/** The jobs of every connection, each a state machine (`job.ts`) whose effects are carried out here. */
export interface Queue {
  list(): JobRecord[];
  get(id: string): JobRecord | null;
  start(seed: JobSeed): JobRecord;
  /** Hands an event to a job. False when the event means nothing where the job stands. */
  tell(id: string, event: JobEvent): boolean;
  /** Hands an event to every job, for example that the network came back. */
  tellAll(event: JobEvent, ofConnection?: string): void;
  /** Changes places with the neighbour of the same connection that is not over. */
  move(id: string, to: 'earlier' | 'later'): void;
  dismiss(id: string): void;
  /** Stops all work without an event: what was under way is read again at the next start. */
  close(): void;
}

interface Dependencies {
  jobs: JobStore;
  history: HistoryStore;
  /** Runs the writes of one step together: all on disk, or none. */
  transaction: (work: () => void) => void;
  ledger: SlotLedger;
  work: JobWork;
  clock: Clock;
  random: () => number;
  settleMs: number;
  /** Where a connection's requests go, and the limit there. Throws when the connection is gone. */
  serverOf: (connectionId: string) => Pick<Waiting, 'origin' | 'limit'>;
  listener: QueueListener;
}

/** Takes up the stored jobs where they stood and goes on with them. */
export function openQueue(given: Dependencies): Queue {
  const { jobs, history, ledger, work, clock, listener } = given;
  const records = new Map<string, JobRecord>();
  const line = new Map<string, Waiting>();
  const atWork = new Map<string, AtWork>();
  let stopWake = (): void => undefined;
  let closed = false;

  const world = (): World => ({ now: clock.now(), random: given.random(), settleMs: given.settleMs });

  const tell = (id: string, event: JobEvent): boolean => {
    const record = records.get(id);
    if (!record || closed) return false;
    const next = step(record, event, world());
    if (next.ignored) return false;
    take(next);
    return true;
  };

  const tasks = createJobTasks({ work, ledger, clock, serverOf: given.serverOf, tell });

  /** Makes a step true: the record, its effects in order, and what the others in line may do now. */
  const take = ({ record, effects }: Step): void => {
    records.set(record.id, record);
    let failed: Failure | null = null;
    for (const effect of effects) {
      try {
        carryOut(record, effect);
      } catch (error) {
        failed = failureFrom(error);
        break;
      }
    }
    keepTurn(record);
    listener.changed(records.get(record.id) ?? record);
    if (failed) tell(record.id, { on: 'persist-failed', failure: failed });
    lookAtLine();
  };

  /** A job that reads what came of its request keeps its turn, also one taken up after a crash. */
  const keepTurn = (record: JobRecord): void => {
    if (!isAtWork(record)) atWork.delete(record.id);
    else if (!atWork.has(record.id)) {
      const { origin } = given.serverOf(record.connectionId);
      const call = record.releaseId === null ? 'create' : 'update';
      atWork.set(record.id, { jobId: record.id, origin, call, productId: record.productId, slot: 'spent' });
    }
  };

  const carryOut = (record: JobRecord, effect: Effect): void => {
    const { id } = record;
    switch (effect.do) {
      case 'persist':
        given.transaction(() => {
          jobs.save(record);
          if (effect.attempt) history.save(effect.attempt);
        });
        return;
      case 'queue': {
        const { ticket, call } = effect;
        line.set(id, {
          jobId: id,
          ticket,
          call,
          productId: record.productId,
          ...given.serverOf(record.connectionId),
        });
        return;
      }
      case 'leave-queue':
        line.delete(id);
        atWork.delete(id);
        return;
      case 'send': {
        const { origin } = given.serverOf(record.connectionId);
        const { call } = effect.request;
        atWork.set(id, { jobId: id, origin, call, productId: record.productId, slot: 'spent' });
        tasks.start(record, effect);
        return;
      }
      case 'read':
      case 'check':
      case 'check-key':
      case 'wait':
        tasks.start(record, effect);
        return;
      case 'abort':
        tasks.abort(id);
        return;
      case 'stop-waiting':
        tasks.stopWaiting(id);
        return;
      case 'return-slot':
      case 'silence':
        return;
      case 'notify':
        listener.notice(record, effect.notice);
        return;
    }
  };

  /** Gives turns to those who may go now, tells the others why they wait, and looks again when slots come. */
  const lookAtLine = (): void => {
    if (closed) return;
    const turns = takeTurns(
      inOrder(),
      [...atWork.values()],
      ({ origin, call, limit }) => ledger.slots(origin, call, limit),
      ({ origin, call, limit }, ahead) => ledger.eta(origin, call, limit, ahead),
    );
    for (const turn of turns) {
      const waiting = line.get(turn.jobId);
      if (waiting?.ticket !== turn.ticket) continue;
      if (turn.may === 'hold') {
        hold(turn.jobId, turn);
        continue;
      }
      line.delete(turn.jobId);
      atWork.set(turn.jobId, { ...waiting, slot: 'reserved' });
      if (!tell(turn.jobId, { on: 'go', ticket: turn.ticket })) atWork.delete(turn.jobId);
    }
    wakeForSlots();
  };

  const hold = (
    id: string,
    { ticket, reason, until }: { ticket: number; reason: 'turn' | 'slot'; until: number | null },
  ) => {
    const record = records.get(id);
    if (record?.phase.at === 'queued' && record.phase.reason === reason && record.phase.until === until)
      return;
    const next = record && step(record, { on: 'hold', ticket, reason, until }, world());
    if (!next || next.ignored) return;
    records.set(id, next.record);
    listener.changed(next.record);
  };

  const wakeForSlots = (): void => {
    stopWake();
    const moments = [...line.values()].flatMap(({ origin, call, limit }) => {
      const next = ledger.slots(origin, call, limit);
      return 'at' in next ? [next.at] : [];
    });
    if (moments.length === 0) return;
    stopWake = clock.after(Math.max(0, Math.min(...moments) - clock.now()), lookAtLine);
  };

  /** The line in the order of the jobs, which is the order of the records. */
  const inOrder = (): Waiting[] => [...records.keys()].flatMap((id) => line.get(id) ?? []);

  for (const record of jobs.list()) records.set(record.id, record);
  for (const record of [...records.values()]) {
    const next = resumeJob(record, world());
    if (!next.ignored) take(next);
  }

  return {
    list: () => [...records.values()],
    get: (id) => records.get(id) ?? null,
    start: (seed) => {
      const next = startJob(seed, world());
      take(next);
      return records.get(seed.id) ?? next.record;
    },
    tell,
    tellAll: (event, ofConnection) => {
      for (const record of [...records.values()]) {
        if (ofConnection === undefined || record.connectionId === ofConnection) tell(record.id, event);
      }
    },
    move: (id, to) => {
      const other = neighbour([...records.values()], id, to);
      if (other === null) return;
      jobs.swap(id, other);
      const inOrder = [...records.values()];
      records.clear();
      for (const record of inOrder) {
        const place = record.id === id ? other : record.id === other ? id : record.id;
        const there = inOrder.find((candidate) => candidate.id === place);
        if (there) records.set(place, there);
      }
      for (const moved of [id, other]) {
        const record = records.get(moved);
        if (record) listener.changed(record);
      }
      lookAtLine();
    },
    dismiss: (id) => {
      jobs.dismiss(id, new Date(clock.now()).toISOString());
      records.delete(id);
    },
    close: () => {
      closed = true;
      stopWake();
      tasks.close();
    },
  };
}

/** Whether something is under way for the job: it holds a turn, and waits for neither time nor a person. */
export function isAtWork({ phase }: JobRecord): boolean {
  switch (phase.at) {
    case 'reading':
    case 'checking':
    case 'sending':
    case 'answering':
    case 'finding-out':
    case 'checking-key':
      return true;
    default:
      return false;
  }
}

/** The id of the next job of the same connection, before or behind, that is not over. */
function neighbour(records: readonly JobRecord[], id: string, to: 'earlier' | 'later'): string | null {
  const connectionId = records.find((record) => record.id === id)?.connectionId;
  const line = records.filter((record) => record.connectionId === connectionId && !isOver(record));
  const at = line.findIndex((record) => record.id === id);
  if (at === -1) return null;
  return line[to === 'earlier' ? at - 1 : at + 1]?.id ?? null;
}
