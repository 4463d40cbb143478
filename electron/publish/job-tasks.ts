import type { Clock } from '../clock.ts';
import { failureFrom } from '../errors.ts';
import { slotOutcome } from '../lukittu/rate-window.ts';
import type { Effect, JobEvent, JobRecord } from './job-record.ts';
import type { JobWork } from './job-work.ts';
import type { SlotLedger } from './slot-ledger.ts';
import type { Waiting } from './turns.ts';

type EffectOf<Name extends Effect['do']> = Extract<Effect, { do: Name }>;
type Task = EffectOf<'send' | 'read' | 'check' | 'check-key' | 'wait'>;

/** The one thing each job has under way, and the one wait: started, stopped, and answered with an event. */
export interface JobTasks {
  /** Starts it; what comes of it is told to the job. Throws when the slot of a request cannot be written down. */
  start(record: JobRecord, task: Task): void;
  abort(jobId: string): void;
  stopWaiting(jobId: string): void;
  /** Stops everything; nobody is told. */
  close(): void;
}

interface Dependencies {
  work: JobWork;
  ledger: SlotLedger;
  clock: Clock;
  serverOf: (connectionId: string) => Pick<Waiting, 'origin' | 'limit'>;
  tell: (jobId: string, event: JobEvent) => void;
}

export function createJobTasks({ work, ledger, clock, serverOf, tell }: Dependencies): JobTasks {
  const underWay = new Map<string, AbortController>();
  const timers = new Map<string, () => void>();

  const run = (id: string, task: (signal: AbortSignal) => Promise<JobEvent>): void => {
    const controller = new AbortController();
    underWay.set(id, controller);
    void task(controller.signal).then((event) => {
      if (underWay.get(id) === controller) underWay.delete(id);
      tell(id, event);
    });
  };

  const hasSlot = ({ connectionId, releaseId }: JobRecord): boolean => {
    const { origin, limit } = serverOf(connectionId);
    const { slots } = ledger.view(origin, releaseId === null ? 'create' : 'update', limit);
    return 'free' in slots && slots.free > 0;
  };

  /** The slot is written down before the first byte leaves, and once more when it is known whether it counted. */
  const send = (record: JobRecord, { ticket, request }: EffectOf<'send'>): void => {
    const { id } = record;
    const { origin, limit } = serverOf(record.connectionId);
    const settle = forgiving(ledger.spend(origin, request.call, limit));
    let started = false;
    run(id, async (signal) => {
      try {
        const { releaseId, answer } = await work.send(record, request, {
          signal,
          progress: (progress) => {
            started = true;
            tell(id, { on: 'progress', ticket, ...progress });
          },
          bodySent: () => tell(id, { on: 'body-sent', ticket }),
        });
        settle(slotOutcome(null, started));
        return { on: 'answered', ticket, releaseId, answer };
      } catch (error) {
        const failure = failureFrom(error);
        settle(slotOutcome(failure, started));
        return { on: 'send-failed', ticket, failure };
      }
    });
  };

  const read = (record: JobRecord, effect: EffectOf<'read'>): void => {
    const { ticket } = effect;
    run(record.id, async (signal) => {
      try {
        return { on: 'read', ticket, ...(await work.read(record, effect, signal)) };
      } catch (error) {
        return { on: 'read-failed', ticket, failure: failureFrom(error) };
      }
    });
  };

  const check = (record: JobRecord, effect: EffectOf<'check'>): void => {
    const { ticket } = effect;
    run(record.id, async (signal) => {
      try {
        const findings = await work.check(record, effect, signal);
        // From here to the request's first byte nothing is waited for.
        return hasSlot(record) ? { on: 'checked', ticket, findings } : { on: 'slot-gone', ticket };
      } catch (error) {
        return { on: 'check-failed', ticket, failure: failureFrom(error) };
      }
    });
  };

  const stopWaiting = (id: string): void => {
    timers.get(id)?.();
    timers.delete(id);
  };

  return {
    start: (record, task) => {
      switch (task.do) {
        case 'send':
          return send(record, task);
        case 'read':
          return read(record, task);
        case 'check':
          return check(record, task);
        case 'check-key': {
          const { ticket } = task;
          return run(record.id, async (signal) => {
            const verdict = await work.checkKey(record, signal);
            return { on: 'key-checked', ticket, verdict };
          });
        }
        case 'wait': {
          const { ticket, until } = task;
          stopWaiting(record.id);
          const stop = clock.after(Math.max(0, until - clock.now()), () =>
            tell(record.id, { on: 'timer', ticket }),
          );
          timers.set(record.id, stop);
        }
      }
    },
    abort: (id) => underWay.get(id)?.abort(),
    stopWaiting,
    close: () => {
      for (const stop of timers.values()) stop();
      for (const controller of underWay.values()) controller.abort();
    },
  };
}

/** The slot stands as spent already: when no more can be written down, the ledger errs on the safe side. */
function forgiving<T>(write: (value: T) => void): (value: T) => void {
  return (value) => {
    try {
      write(value);
    } catch {
      // What came of the request is told by the job, whose own write fails and says why.
    }
  };
}
