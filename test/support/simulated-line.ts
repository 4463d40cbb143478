import type { Clock } from '../../electron/clock.ts';
import { createRateLimiter, type RateLimiter } from '../../electron/demo/rate-limit.ts';
import type { RateWindow, SlotOutcome } from '../../electron/lukittu/rate-window.ts';
import type { RateLimit } from '../../electron/model/connection.ts';
import { createSlotLedger, type SlotLedger } from '../../electron/publish/slot-ledger.ts';
import {
  type AtWork,
  atOnceWithoutLimit,
  type ReleaseCall,
  type Resting,
  takeTurns,
  type Waiting,
} from '../../electron/publish/turns.ts';
import type { Chance } from './chance.ts';

/**
 * Many jobs on their way to servers that count as the demo server does, with every wait, trip and failure of a length
 * that chance decides. The turns and the ledger are the product's; everything around them is made up here.
 */

export interface LineServer {
  readonly origin: string;
  readonly limit: RateLimit | null;
}

/** How long the parts of a job take, in ms, and what comes of its request. */
export interface Trip {
  readonly read: number;
  /** From when it leaves until the server counts it: a proxy may hold an upload back. */
  readonly transit: number;
  readonly answer: number;
  readonly verify: number;
  /** not-counted: refused before the count, and tried again; in-doubt: looked for later. */
  readonly outcome: 'done' | 'not-counted' | 'in-doubt';
}

export interface Arrival {
  readonly at: number;
  readonly server: LineServer;
  readonly call: ReleaseCall;
  readonly productId: string;
}

export interface LineRun {
  /** What must not happen, in words. */
  readonly faults: readonly string[];
  /** When the last job was done, in ms since the start. */
  readonly tookMs: number;
  readonly sent: number;
  /** Times a job found its slot gone after reading, and got in line again. */
  readonly slotsGone: number;
}

type At = 'coming' | 'in-line' | 'reading' | 'sending' | 'verifying' | 'in-doubt' | 'resting' | 'done';
interface SimulatedJob extends Arrival {
  readonly id: string;
  at: number;
  stands: At;
  /** When it goes on by itself; null when somebody else decides. */
  until: number | null;
  trip: Trip;
  settle: (outcome: SlotOutcome) => void;
}

const settleMs = 40_000;

/** Runs jobs, which stand in line in the order in which they come, until all are done. */
export function runLine(arrivals: readonly Arrival[], chance: Chance, tripOf: () => Trip): LineRun {
  const start = Date.parse('2026-01-01T12:00:00.000Z');
  let now = start;
  const clock: Clock = { now: () => now, after: () => () => undefined };
  const ledger = createSlotLedger({ windows: storedInMemory(), clock });
  const limiters = new Map<string, RateLimiter>();
  const faults: string[] = [];
  let sent = 0;
  let slotsGone = 0;

  const jobs = arrivals
    .toSorted((a, b) => a.at - b.at)
    .map(
      (arrival, index): SimulatedJob => ({
        ...arrival,
        id: `job ${index}`,
        at: start + arrival.at,
        stands: 'coming',
        until: start + arrival.at,
        trip: tripOf(),
        settle: () => undefined,
      }),
    );
  const limiterOf = ({ origin, limit }: LineServer): RateLimiter => {
    const its = limit === null ? 'none' : { requests: limit.count, windowMs: limit.windowSeconds * 1000 };
    const limiter = limiters.get(origin) ?? createRateLimiter(its, clock);
    limiters.set(origin, limiter);
    return limiter;
  };
  const fault = (job: SimulatedJob, what: string): void => {
    faults.push(`${(now - start) / 1000} s, ${job.id}: ${what}`);
  };
  const move = (job: SimulatedJob, stands: At, ms: number | null): void => {
    job.stands = stands;
    job.until = ms === null ? null : now + ms;
  };

  /** What a job does when its time has come. */
  const goOn = (job: SimulatedJob): void => {
    const { trip, server, call } = job;
    switch (job.stands) {
      case 'reading': {
        const { slots } = ledger.view(server.origin, call, server.limit);
        if ('at' in slots || slots.free < 1) {
          slotsGone += 1;
          move(job, 'in-line', null);
          return;
        }
        for (const other of jobs.slice(0, jobs.indexOf(job))) {
          if (sameProduct(other, job) && !['coming', 'done'].includes(other.stands)) {
            fault(job, `overtakes ${other.id}, which is ${other.stands}`);
          }
        }
        sent += 1;
        job.settle = ledger.spend(server.origin, call, server.limit);
        move(job, 'sending', trip.transit);
        return;
      }
      case 'sending':
        if (trip.outcome !== 'not-counted' && limiterOf(server).refuses(call, 'here')) {
          fault(job, 'is refused by the server');
        }
        move(job, trip.outcome === 'in-doubt' ? 'in-doubt' : 'verifying', trip.answer);
        return;
      case 'verifying':
      case 'in-doubt':
        answered(job);
        return;
      case 'resting':
        job.trip = tripOf();
        move(job, 'in-line', null);
        return;
      case 'coming':
        move(job, 'in-line', null);
        return;
      default:
    }
  };

  /** The answer, or its absence, has come; then the release is read. */
  const answered = (job: SimulatedJob): void => {
    const { trip } = job;
    const waited = job.stands === 'in-doubt' ? settleMs : trip.verify;
    if (!answers.has(job)) {
      answers.add(job);
      job.settle(trip.outcome === 'not-counted' ? 'not-counted' : 'counted');
      move(job, trip.outcome === 'not-counted' ? 'resting' : job.stands, waited);
      if (trip.outcome === 'not-counted') answers.delete(job);
      return;
    }
    answers.delete(job);
    // What was in doubt turns out to have been done, or has to be sent again.
    if (job.stands === 'in-doubt' && chance.next() < 0.5) move(job, 'resting', chance.below(2000));
    else move(job, 'done', null);
  };
  const answers = new Set<SimulatedJob>();

  /** Gives turns, and says when slots come; then looks whether anything was left lying. */
  const look = (): number[] => {
    const { waiting, atWork } = standing(jobs, answers);
    const comes: number[] = [];
    const turns = takeTurns(
      waiting,
      atWork,
      ({ origin, call, limit }) => {
        const { slots } = ledger.view(origin, call, limit);
        if ('at' in slots) comes.push(slots.at);
        return slots;
      },
      ({ origin, call, limit }, ahead) => ledger.view(origin, call, limit).eta(ahead),
    );
    for (const turn of turns) {
      const job = jobs.find(({ id }) => id === turn.jobId);
      if (!job) continue;
      if (turn.may === 'go') move(job, 'reading', job.trip.read);
      else if (turn.until !== null && turn.until <= now) fault(job, 'is told a time that has passed');
    }
    faults.push(...leftLying(jobs, answers, ledger).map((what) => `${(now - start) / 1000} s, ${what}`));
    return comes;
  };

  for (let steps = 0; jobs.some(({ stands }) => stands !== 'done'); steps += 1) {
    const slotTimes = look();
    const times = [...jobs.flatMap(({ until }) => until ?? []), ...slotTimes];
    const next = Math.min(...times);
    if (!Number.isFinite(next) || steps > 100_000)
      return { faults: ['it stands still'], tookMs: 0, sent, slotsGone };
    if (next < now) faults.push('slots were to be had, and nobody knew');
    now = Math.max(now, next);
    for (const job of jobs) if (job.until !== null && job.until <= now) goOn(job);
  }
  return { faults, tookMs: now - start, sent, slotsGone };
}

const sameProduct = (a: Arrival, b: Arrival): boolean =>
  a.server.origin === b.server.origin && a.productId === b.productId;

function standing(jobs: readonly SimulatedJob[], answered: ReadonlySet<SimulatedJob>) {
  const waiting: (Waiting | Resting)[] = [];
  const atWork: AtWork[] = [];
  for (const job of jobs) {
    const { id: jobId, call, productId, server } = job;
    const its = { jobId, call, productId, ...server };
    switch (job.stands) {
      case 'in-line':
        waiting.push({ ...its, ticket: 1 });
        break;
      case 'resting':
        waiting.push({ ...its, ticket: null });
        break;
      case 'reading':
        atWork.push({ ...its, slot: 'reserved' });
        break;
      case 'sending':
      case 'verifying':
        atWork.push({ ...its, slot: 'spent' });
        break;
      case 'in-doubt':
        atWork.push({ ...its, slot: answered.has(job) ? 'in-doubt' : 'spent' });
        break;
      default:
    }
  }
  return { waiting, atWork };
}

/** Slots that are free while somebody waits who could use them: found anew, without `takeTurns`. */
function leftLying(
  jobs: readonly SimulatedJob[],
  answered: ReadonlySet<SimulatedJob>,
  ledger: SlotLedger,
): string[] {
  return jobs.flatMap((job, place) => {
    if (job.stands !== 'in-line') return [];
    const { server, call } = job;
    const there = jobs.filter((other) => other.server.origin === server.origin);
    const works = there.filter(
      (other) =>
        other.stands === 'reading' ||
        other.stands === 'sending' ||
        other.stands === 'verifying' ||
        (other.stands === 'in-doubt' && !answered.has(other)),
    );
    const { slots } = ledger.view(server.origin, call, server.limit);
    const taken = works.filter((other) => other.stands === 'reading' && other.call === call).length;
    const free = 'at' in slots ? 0 : slots.free - taken;
    const hasPlace = works.length < (server.limit === null ? atOnceWithoutLimit : 1);
    const isBehind = there.some((other) => {
      if (other === job || other.productId !== job.productId) return false;
      if (other.stands === 'coming' || other.stands === 'done') return false;
      const isAhead = jobs.indexOf(other) < place;
      return isAhead || (other.stands !== 'in-line' && other.stands !== 'resting');
    });
    return free > 0 && hasPlace && !isBehind ? [`${job.id} waits though it could go`] : [];
  });
}

/** What is read is what was written down, and nothing the ledger still holds in its hands. */
function storedInMemory() {
  const texts = new Map<string, string>();
  return {
    get: (origin: string, call: ReleaseCall): RateWindow | null =>
      JSON.parse(texts.get(`${origin} ${call}`) ?? 'null'),
    save: (origin: string, call: ReleaseCall, window: RateWindow): void => {
      texts.set(`${origin} ${call}`, JSON.stringify(window));
    },
  };
}
