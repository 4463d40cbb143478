import { failureOf } from '../../electron/errors.ts';
import type { Failure } from '../../electron/model/failure.ts';
import type { Release } from '../../electron/model/release.ts';
import { type JobSeed, resumeJob, startJob, step } from '../../electron/publish/job.ts';
import type { Effect, JobEvent, JobRecord, Step, World } from '../../electron/publish/job-record.ts';
import { isOver } from '../../electron/publish/job-view.ts';
import type { Meant, ReleaseRequest } from '../../electron/publish/request.ts';
import { whatHappened } from '../../electron/publish/verify.ts';
import type { Chance } from './chance.ts';
import { afterwards } from './jobs.ts';

/** One job, a server that fails in every way it can, and a machine that crashes; time passes as it likes. */

export interface Odds {
  /** Of every request, in 0 to 1. */
  readonly faults: number;
  /** Of every step of the job, and now and then in the middle of one. */
  readonly crashes: number;
  readonly fullDisks: number;
  /** Of every read that somebody else has changed the release before it. */
  readonly others: number;
  readonly persons: number;
}

export interface Simulated {
  readonly record: JobRecord;
  readonly server: Release | null;
  /** What happened, for whoever looks into a seed that failed. */
  readonly log: readonly string[];
  /** The most requests that left without the release having been read in between. */
  readonly mostUnread: number;
  /** Requests whose intent was not on disk when they left. */
  readonly sentUnwritten: number;
  /** Requests that left while the server was still at work on an earlier one. */
  readonly overlaps: number;
  /** Requests for what the server held already. */
  readonly needless: number;
  readonly lossesTold: number;
  /** Losses of the old file that nobody had heard of when the next request left. */
  readonly lossesHidden: number;
  readonly steps: number;
}

type Pending = { due: number; effect: Effect; event: () => JobEvent };
const settleMs = 40_000;
const whims = ['pause', 'resume', 'retry', 'online', 'key', 'cancel'] as const;

/** What becomes of something that is told to stop: only a request still answers. */
function stopped(pending: Pending, now: number): Pending | null {
  const { effect } = pending;
  if (effect.do !== 'send') return null;
  const failure = failureOf('cancelled', { applied: 'no', oldFile: 'safe' });
  return { due: now, effect, event: () => ({ on: 'send-failed', ticket: effect.ticket, failure }) };
}

export function simulate(seed: JobSeed, start: Release | null, chance: Chance, odds: Odds): Simulated {
  const log: string[] = [];
  let now = Date.parse('2026-01-01T12:00:00.000Z');
  let server = start;
  let late: { at: number; apply: () => void }[] = [];
  let disk: JobRecord | null = null;
  const underWay: { pending: Pending | null } = { pending: null };
  let unread = 0;
  let mostUnread = 0;
  let sentUnwritten = 0;
  let overlaps = 0;
  let needless = 0;
  let lossesTold = 0;
  let lossesHidden = 0;
  let isLossNew = false;
  let steps = 0;

  const world = (): World => ({ now, random: chance.next(), settleMs });
  const happens = (odd: number) => chance.next() < odd;
  let record: JobRecord = startJob(seed, world()).record;

  const take = (next: Step): void => {
    record = next.record;
    for (const effect of next.effects) {
      // A power cut asks nobody whether a step is through.
      if (disk && happens(odds.crashes / 4)) {
        crash();
        return;
      }
      if (effect.do === 'persist') {
        if (happens(odds.fullDisks)) {
          log.push('disk full');
          take(step(record, { on: 'persist-failed', failure: failureOf('disk-full') }, world()));
          return;
        }
        disk = structuredClone(record);
      } else carryOut(effect);
    }
  };

  const carryOut = (effect: Effect): void => {
    log.push(`${record.phase.at}: ${effect.do}`);
    const within = (ms: number, event: () => JobEvent) => {
      underWay.pending = { due: now + chance.below(ms), effect, event };
    };
    switch (effect.do) {
      case 'queue':
        within(310_000, () => ({ on: 'go', ticket: effect.ticket }));
        return;
      case 'wait':
        within(1, () => {
          now = Math.max(now, effect.until);
          return { on: 'timer', ticket: effect.ticket };
        });
        return;
      case 'check':
        within(100, () => ({ on: 'checked', ticket: effect.ticket, findings: [] }));
        return;
      case 'check-key':
        within(1000, () => ({
          on: 'key-checked',
          ticket: effect.ticket,
          verdict: chance.pick(['accepted', 'unclear']),
        }));
        return;
      case 'read':
        within(3000, () => readNow(effect.ticket));
        return;
      case 'send':
        if (isLossNew) lossesHidden += 1;
        isLossNew = false;
        unread += 1;
        mostUnread = Math.max(mostUnread, unread);
        if (JSON.stringify(disk?.flight) !== JSON.stringify(record.flight)) sentUnwritten += 1;
        if (late.length > 0) overlaps += 1;
        if (whatHappened(record.base, record.meant, server) === 'applied') needless += 1;
        within(30_000, sendNow(effect.ticket, effect.request));
        return;
      case 'abort':
        underWay.pending = underWay.pending && stopped(underWay.pending, now);
        return;
      case 'leave-queue':
      case 'stop-waiting':
        underWay.pending = null;
        return;
      case 'notify':
        if (effect.notice.about !== 'lost-file') return;
        lossesTold += 1;
        isLossNew = false;
        return;
      default:
    }
  };

  const readNow = (ticket: number): JobEvent => {
    if (happens(odds.faults)) {
      const failure = failureOf(chance.pick(['offline', 'server-error', 'invalid-key', 'not-lukittu']));
      return { on: 'read-failed', ticket, failure };
    }
    if (server && happens(odds.others)) {
      server = {
        ...server,
        ...chance.pick<Partial<Release>>([{ status: 'ARCHIVED' }, { branchId: 'elsewhere' }]),
      };
    }
    unread = 0;
    return { on: 'read', ticket, release: server, fileInVault: false, branches: [] };
  };

  /** Decides when the request leaves what will come of it; some of it comes after the client has given up. */
  const sendNow = (ticket: number, request: ReleaseRequest): (() => JobEvent) => {
    const meant = meantBy(request, record);
    const apply = () => {
      const taken = request.call === 'create' && server !== null;
      if (!taken) server = afterwards(server, meant);
    };
    const rob = () => {
      if (!server?.file || meant.file.kind === 'keep') return;
      server = { ...server, file: null };
      isLossNew = true;
    };
    const fails = (failure: Failure, effect: () => void = () => undefined) => {
      return (): JobEvent => {
        effect();
        return { on: 'send-failed', ticket, failure };
      };
    };
    if (!happens(odds.faults)) {
      return () => {
        if (request.call === 'create' && server !== null) {
          return { on: 'send-failed', ticket, failure: failureOf('version-taken', { status: 409 }) };
        }
        apply();
        return {
          on: 'answered',
          ticket,
          releaseId: server?.id ?? '',
          answer: { status: 200, details: null },
        };
      };
    }
    const own500 = failureOf('server-error', { status: 500 });
    return chance.pick<() => JobEvent>([
      fails(failureOf('connection-lost'), apply),
      fails(failureOf('connection-lost')),
      fails(failureOf('connection-lost'), rob),
      fails(failureOf('answer-timeout'), () => late.push({ at: now + chance.below(32_000), apply })),
      fails(own500),
      fails(own500, apply),
      fails(own500, rob),
      fails(failureOf('rate-limited', { status: 429 })),
      fails(failureOf('invalid-key', { status: 401 })),
      fails(failureOf('connection-refused')),
      fails(failureOf('storage-full', { status: 400 }), rob),
    ]);
  };

  const crash = (): void => {
    log.push('crash');
    const lost = underWay.pending;
    underWay.pending = null;
    if (lost?.effect.do === 'send' && happens(0.5)) {
      const outcome = lost.event;
      late.push({ at: now + chance.below(32_000), apply: () => void outcome() });
    }
    now += chance.below(60_000);
    if (disk) take(resumeJob(disk, world()));
  };

  take(startJob(seed, world()));
  while (steps < 2000) {
    steps += 1;
    late = late.filter(({ at, apply }) => {
      if (at <= now) apply();
      return at > now;
    });
    if (isOver(record)) {
      if (record.phase.at !== 'failed' || !happens(0.5)) break;
      take(step(record, { on: 'retry' }, world()));
    }
    if (happens(odds.crashes)) {
      crash();
      continue;
    }
    if (happens(odds.persons)) {
      take(step(record, { on: chance.pick(whims) }, world()));
      continue;
    }
    if (record.phase.at === 'paused') take(step(record, { on: 'resume' }, world()));
    else if (record.phase.at === 'resting' && record.phase.reason === 'key') {
      take(step(record, { on: 'key' }, world()));
    } else {
      const next = underWay.pending;
      underWay.pending = null;
      if (!next) break;
      now = Math.max(now, next.due);
      take(step(record, next.event(), world()));
    }
  }
  for (const { apply } of late) apply();
  return {
    record,
    server,
    log,
    mostUnread,
    sentUnwritten,
    overlaps,
    needless,
    lossesTold,
    lossesHidden,
    steps,
  };
}

function meantBy({ data, artifact }: ReleaseRequest, record: JobRecord): Meant {
  const keeps = !('keepExistingFile' in data) || data.keepExistingFile;
  const { version, status, setAsLatest, branchId, metadata, licenseIds } = data;
  return {
    fields: {
      ...record.meant.fields,
      version,
      status,
      setAsLatest,
      branchId,
      metadata: [...metadata],
      licenseIds: [...licenseIds],
    },
    file: artifact ? { kind: 'replace', artifact } : { kind: keeps ? 'keep' : 'remove' },
  };
}
