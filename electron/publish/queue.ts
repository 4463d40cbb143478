import type { Clock } from '../clock.ts';
import { failureFrom } from '../errors.ts';
import type { Failure } from '../model/failure.ts';
import type { HistoryStore } from '../store/history.ts';
import type { JobStore } from '../store/jobs.ts';
import type { JobSeed } from './job.ts';
import { holdJob, resumeJob, startJob, step } from './job.ts';
import { createJobJournal } from './job-journal.ts';
import { createJobLine, type Server } from './job-line.ts';
import type { Effect, JobEvent, JobRecord, Notice, Step, World } from './job-record.ts';
import { createJobTasks } from './job-tasks.ts';
import { isOver, waitsForKey } from './job-view.ts';
import type { JobWork } from './job-work.ts';
import type { SlotLedger } from './slot-ledger.ts';

/** What the queue tells whoever shows it. */
export interface QueueListener {
  changed(record: JobRecord): void;
  notice(record: JobRecord, notice: Notice): void;
  /** Nobody gets a turn, because the ledger of the slots cannot be read; or, with null, turns are given again. */
  troubled(failure: Failure | null): void;
}

/** The jobs of every connection, each a state machine (`job.ts`) whose effects are carried out here. */
export interface Queue {
  list(): JobRecord[];
  get(id: string): JobRecord | null;
  /** `paused`: it waits until a person, or its batch, resumes it. */
  start(seed: JobSeed, how: 'at-once' | 'paused'): JobRecord;
  /** Hands an event to a job. False when the event means nothing where the job stands. */
  tell(id: string, event: JobEvent): boolean;
  /** Hands an event to every job, for example that the network came back, and looks who may go now. */
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
  serverOf: (connectionId: string) => Server;
  /** Whether nobody else may go while this job is in doubt: its failure would stop them. */
  keepsOthersBack: (record: JobRecord) => boolean;
  listener: QueueListener;
  /**
   * Whether the stored jobs go on by themselves. Not where a backup has taken a damaged database's place: what was
   * on its way when it was made may long be done, and changed again since.
   */
  atStart: 'go-on' | 'hold';
}

/** Takes up the stored jobs where they stood and goes on with them. */
export function openQueue(given: Dependencies): Queue {
  const { jobs, ledger, work, clock, listener, serverOf } = given;
  const records = new Map<string, JobRecord>();
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

  const journal = createJobJournal({ ...given, current: (id) => records.get(id) ?? null });
  const tasks = createJobTasks({ work, ledger, clock, serverOf, tell });
  const line = createJobLine({
    ledger,
    clock,
    records: () => records.values(),
    serverOf,
    keepsOthersBack: given.keepsOthersBack,
    go: (id, event) => void tell(id, event),
    hold: (id, event) => hold(id, event),
    troubled: (failure) => listener.troubled(failure),
  });

  /** Makes a step true: the record, its effects in order, and what the others in line may do now. */
  const take = ({ record, effects }: Step): void => {
    records.set(record.id, record);
    const failed = carryOutAll(record, effects);
    showChange(records.get(record.id) ?? record);
    if (failed) notWritten(record, failed);
    if (effects.length > 0) line.look();
  };

  /** Gives the failure of the first effect that could not be carried out; what comes after it is left undone. */
  const carryOutAll = (record: JobRecord, effects: readonly Effect[]): Failure | null => {
    for (const effect of effects) {
      try {
        carryOut(record, effect);
      } catch (error) {
        return failureFrom(error);
      }
    }
    return null;
  };

  /** Showing a change can mean to write something down as well: a full disk is no reason to stop here. */
  const showChange = (record: JobRecord): void => {
    try {
      listener.changed(record);
    } catch (error) {
      listener.notice(record, { about: 'not-written', failure: failureFrom(error) });
    }
  };

  /**
   * A job that has stopped stays so, whether it can be written down or not: then only the person can be told. One whose
   * request is out tries until it can be, which is told once.
   */
  const notWritten = (record: JobRecord, failure: Failure): void => {
    const isHeard = tell(record.id, { on: 'persist-failed', failure });
    const now = records.get(record.id) ?? record;
    const isFirstOfMany = now.phase.at === 'finding-out' && now.strikes.read === 1;
    if (!isHeard || isFirstOfMany) listener.notice(now, { about: 'not-written', failure });
  };

  const carryOut = (record: JobRecord, effect: Effect): void => {
    const { id } = record;
    switch (effect.do) {
      case 'persist':
        journal.write(record, effect.attempt);
        return;
      case 'queue':
        line.join(id, effect.ticket);
        return;
      case 'leave-queue':
        line.leave(id);
        return;
      case 'send':
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
      case 'notify':
        if (effect.notice.about === 'key-refused' && isSaidOfKey(record)) return;
        listener.notice(record, effect.notice);
        return;
    }
  };

  /** Whether another job of the connection waits for a key already: a person has been told. */
  const isSaidOfKey = ({ id, connectionId }: JobRecord): boolean =>
    [...records.values()].some(
      (other) => other.id !== id && other.connectionId === connectionId && waitsForKey(other),
    );

  const hold = (id: string, event: Extract<JobEvent, { on: 'hold' }>): void => {
    const record = records.get(id);
    if (record?.phase.at !== 'queued') return;
    const { reason, until } = record.phase;
    if (reason !== event.reason || until !== event.until) tell(id, event);
  };

  const takeUp = given.atStart === 'go-on' ? resumeJob : holdJob;
  for (const record of jobs.list()) records.set(record.id, record);
  for (const record of [...records.values()]) {
    const next = takeUp(record, world());
    if (!next.ignored) take(next);
  }

  return {
    list: () => [...records.values()],
    get: (id) => records.get(id) ?? null,
    start: (seed, how) => {
      const begun = startJob(seed, world());
      const next = how === 'paused' ? step(begun.record, { on: 'pause' }, world()) : begun;
      take(next);
      return records.get(seed.id) ?? next.record;
    },
    tell,
    tellAll: (event, ofConnection) => {
      for (const record of [...records.values()]) {
        if (ofConnection === undefined || record.connectionId === ofConnection) tell(record.id, event);
      }
      line.look();
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
        if (record) showChange(record);
      }
      line.look();
    },
    dismiss: (id) => {
      jobs.dismiss(id, new Date(clock.now()).toISOString());
      journal.forget(id);
      records.delete(id);
    },
    close: () => {
      closed = true;
      line.close();
      tasks.close();
      journal.close();
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
