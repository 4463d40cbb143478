import { describe, expect, test } from 'vitest';
import { AppError, appError } from '../../../electron/errors.ts';
import type { Job, JobState } from '../../../electron/model/job.ts';
import type { Update, UpdateState } from '../../../electron/model/update.ts';
import { createEvents } from '../../../electron/services/events.ts';
import { noMark } from '../../../electron/services/service-options.ts';
import { createUpdateService } from '../../../electron/services/updates.ts';
import { createPublishingMark } from '../../../electron/store/publishing-mark.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const update: Update = { version: '2.0.0', notes: 'Everything.', bytes: 100 };
const sending: JobState = { at: 'sending', sentBytes: 0, totalBytes: 1, bytesPerSecond: null };
const verified: JobState = { at: 'verified', finishedAt: '2026-01-01T12:00:00.000Z' };

const noLog = { warn: () => undefined };

/** An update service whose updater does what the test says, when it says so. */
function begin({ found = update, jobs: first = [] }: { found?: Update | null; jobs?: JobState[] } = {}) {
  const events = createEvents();
  const clock = createFakeClock();
  const folder = tempFolder();
  const putOff: string[] = [];
  const states: UpdateState[] = [];
  let jobs = first.map(jobIn);
  let looks = 0;
  const fetches: Fetching[] = [];
  let restarts = 0;
  let heldBack = 0;
  const logged: unknown[] = [];
  let lookFailure: AppError | null = null;
  events.listen((name, _payload) => {
    if (name === 'updates.changed') states.push(service.state());
  });
  const service = createUpdateService({
    events,
    clock,
    mark: createPublishingMark(folder),
    putOff: { told: [], remember: (version) => putOff.push(version) },
    log: { warn: (...told) => logged.push(told) },
    jobs: () => jobs,
    updater: {
      look: async () => {
        looks += 1;
        if (lookFailure) throw lookFailure;
        return found;
      },
      fetch: (progress, signal) =>
        new Promise<void>((done, fail) => {
          fetches.push({ progress, signal, done, fail });
          signal.addEventListener('abort', () => fail(appError('cancelled', { applied: 'no' })));
        }),
      restart: () => {
        restarts += 1;
      },
      holdBack: () => {
        heldBack += 1;
      },
    },
  });
  return {
    service,
    clock,
    states,
    fetches,
    logged,
    putOff,
    /** Another process of the app. */
    other: createPublishingMark(folder),
    heldBack: () => heldBack,
    looks: () => looks,
    restarts: () => restarts,
    failLook: (failure: AppError | null) => {
      lookFailure = failure;
    },
    publish: (...next: JobState[]) => {
      jobs = next.map(jobIn);
      const [job = jobIn(verified)] = jobs;
      events.emit('jobs.changed', { job });
    },
  };
}

interface Fetching {
  progress: (doneBytes: number, totalBytes: number) => void;
  signal: AbortSignal;
  done: () => void;
  fail: (error: unknown) => void;
}

const jobIn = (state: JobState): Job => ({
  id: 'j',
  draftId: 'd',
  connectionId: 'c',
  productId: 'p',
  releaseId: 'r',
  batch: null,
  version: '1.0.0',
  fileName: null,
  state,
  attempts: 0,
  lostFile: null,
  merged: [],
  createdAt: '',
  updatedAt: '',
});
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('at the start', () => {
  test('it is looked once, after the window had its time', async () => {
    const { service, clock, looks } = begin();
    await clock.advance(9_000);
    expect(looks()).toBe(0);
    await clock.advance(24 * 60 * 60_000);
    expect(looks()).toBe(1);
    expect(service.state()).toEqual({ at: 'found', update });
  });

  test('a failure is told to nobody but the log', async () => {
    const { service, clock, failLook, logged } = begin();
    failLook(appError('offline'));
    await clock.advance(10_000);
    expect(service.state()).toEqual({ at: 'none', lookedAt: null });
    expect(logged).toEqual([['update', { step: 'look', failure: 'offline' }]]);
  });

  test('nothing is looked for while something is published, but as soon as that is done', async () => {
    const { clock, looks, publish } = begin({ jobs: [sending] });
    await clock.advance(60_000);
    publish({ at: 'answering' });
    expect(looks()).toBe(0);
    publish(verified);
    await settle();
    expect(looks()).toBe(1);
  });

  test('what is found is not fetched', async () => {
    const { clock, fetches } = begin();
    await clock.advance(10_000);
    expect(fetches).toEqual([]);
  });
});

describe('on demand', () => {
  test('it says when there is nothing newer, and when that was', async () => {
    const { service } = begin({ found: null });
    expect(await service.look()).toEqual({ at: 'none', lookedAt: '2026-01-01T12:00:00.000Z' });
  });

  test('it says why it cannot be known, and can be asked again', async () => {
    const { service, failLook } = begin();
    failLook(appError('offline'));
    await expect(service.look()).rejects.toThrow('not connected');
    expect(service.state()).toEqual({ at: 'none', lookedAt: null });
    failLook(null);
    expect(await service.look()).toEqual({ at: 'found', update });
  });

  test('it is refused while something is published, and made up for afterwards', async () => {
    const { service, looks, publish } = begin({ jobs: [sending] });
    await expect(service.look()).rejects.toThrow('Releases are being published.');
    expect(looks()).toBe(0);
    publish(verified);
    await settle();
    expect(service.state()).toEqual({ at: 'found', update });
  });

  test('what waits for a person keeps nobody from updating', async () => {
    const needsKey: JobState = { at: 'waiting', reason: 'key', until: null, because: null };
    const { service } = begin({ jobs: [needsKey, { at: 'paused' }, { at: 'conflict', conflicts: [] }] });
    expect(await service.look()).toEqual({ at: 'found', update });
  });

  test('an updater that is off says why, and nothing else happens', async () => {
    const events = createEvents();
    const service = createUpdateService({
      updater: 'package-manager',
      jobs: () => [],
      events,
      clock: createFakeClock(),
      mark: noMark,
      putOff: { told: [], remember: () => undefined },
      log: noLog,
    });
    const off = { at: 'off', why: 'package-manager' };
    expect(await service.look()).toEqual(off);
    expect(service.fetch()).toEqual(off);
    expect(service.stop()).toEqual(off);
    expect(() => service.restart()).toThrow(AppError);
  });
});

describe('the download', () => {
  test('shows how far it is and ends ready', async () => {
    const { service, fetches, states } = begin();
    await service.look();
    service.fetch();
    fetches[0]?.progress(40, 100);
    expect(service.state()).toMatchObject({ at: 'fetching', doneBytes: 40, totalBytes: 100 });
    fetches[0]?.done();
    await settle();
    expect(service.state()).toEqual({ at: 'ready', update, waitsFor: null });
    expect(states.map(({ at }) => at)).toEqual(['looking', 'found', 'fetching', 'fetching', 'ready']);
  });

  test('is there once, however often it is asked for', async () => {
    const { service, fetches } = begin();
    await service.look();
    service.fetch();
    service.fetch();
    expect(fetches).toHaveLength(1);
  });

  test('can be stopped, and begun again', async () => {
    const { service, fetches, logged } = begin();
    await service.look();
    service.fetch();
    expect(service.stop()).toEqual({ at: 'found', update });
    expect(fetches[0]?.signal.aborted).toBe(true);
    expect(logged).toEqual([]);
    fetches[0]?.progress(99, 100);
    await settle();
    expect(service.state()).toEqual({ at: 'found', update });
    service.fetch();
    expect(fetches).toHaveLength(2);
  });

  test('that failed says why, and can be tried again', async () => {
    const { service, fetches, logged } = begin();
    await service.look();
    service.fetch();
    fetches[0]?.fail(appError('disk-full'));
    await settle();
    expect(logged).toEqual([['update', { step: 'fetch', failure: 'disk-full' }]]);
    expect(service.state()).toMatchObject({ at: 'failed', failure: { kind: 'disk-full' } });
    expect(service.fetch()).toMatchObject({ at: 'fetching' });
  });

  test('waits for what is being published', async () => {
    const { service, fetches, publish } = begin();
    await service.look();
    publish(sending);
    expect(service.fetch()).toEqual({ at: 'waiting', update });
    expect(fetches).toEqual([]);
    publish(verified);
    expect(service.state()).toMatchObject({ at: 'fetching' });
  });

  test('gives way to what is published meanwhile, and goes on afterwards', async () => {
    const { service, fetches, publish } = begin();
    await service.look();
    service.fetch();
    publish(sending);
    await settle();
    expect(fetches[0]?.signal.aborted).toBe(true);
    expect(service.state()).toEqual({ at: 'waiting', update });
    publish(verified);
    expect(fetches).toHaveLength(2);
    expect(service.state()).toMatchObject({ at: 'fetching' });
  });

  test('that waits can be taken back', async () => {
    const { service, fetches, publish } = begin({ jobs: [] });
    await service.look();
    publish(sending);
    service.fetch();
    expect(service.stop()).toEqual({ at: 'found', update });
    publish(verified);
    expect(fetches).toEqual([]);
  });

  test('is broken off when the app ends', async () => {
    const { service, fetches, clock } = begin();
    await service.look();
    service.fetch();
    service.close();
    expect(fetches[0]?.signal.aborted).toBe(true);
    expect(clock.due()).toEqual([]);
  });
});

async function ready() {
  const started = begin();
  await started.service.look();
  started.service.fetch();
  started.fetches[0]?.done();
  await settle();
  return started;
}

describe('the restart', () => {
  test('is refused before there is something to start', async () => {
    const { service, restarts } = begin();
    await service.look();
    expect(() => service.restart()).toThrow('no new version');
    expect(restarts()).toBe(0);
  });

  test('is refused while something is published, and offered again afterwards', async () => {
    const { service, restarts, publish } = await ready();
    publish(sending);
    expect(service.state()).toEqual({ at: 'ready', update, waitsFor: 'here' });
    expect(() => service.restart()).toThrow('Releases are being published.');
    publish(verified);
    expect(service.state()).toEqual({ at: 'ready', update, waitsFor: null });
    service.restart();
    expect(restarts()).toBe(1);
  });
});

describe('while another process of the app publishes', () => {
  test('nothing is looked for, but soon after that is done', async () => {
    const { clock, looks, other } = begin();
    const publishing = other.hold();
    await clock.advance(60_000);
    expect(looks()).toBe(0);
    publishing.release();
    await clock.advance(3000);
    expect(looks()).toBe(1);
    expect(clock.due()).toEqual([]);
  });

  test('a look is refused, and made up for afterwards', async () => {
    const { service, clock, other } = begin();
    const publishing = other.hold();
    await expect(service.look()).rejects.toThrow('Releases are being published.');
    publishing.release();
    await clock.advance(3000);
    expect(service.state()).toEqual({ at: 'found', update });
  });

  test('a download gives way, and goes on afterwards', async () => {
    const { service, clock, fetches, other } = begin();
    await service.look();
    service.fetch();
    const publishing = other.hold();
    fetches[0]?.progress(40, 100);
    await clock.advance(3000);
    expect(fetches[0]?.signal.aborted).toBe(true);
    expect(service.state()).toEqual({ at: 'waiting', update });
    publishing.release();
    await clock.advance(3000);
    expect(fetches).toHaveLength(2);
    expect(service.state()).toMatchObject({ at: 'fetching' });
  });

  test('the restart is refused, saying so, and offered again afterwards', async () => {
    const { service, clock, restarts, other } = await ready();
    const publishing = other.hold();
    expect(() => service.restart()).toThrow('Another run of the app is publishing');
    expect(service.state()).toEqual({ at: 'ready', update, waitsFor: 'elsewhere' });
    publishing.release();
    await clock.advance(3000);
    expect(service.state()).toEqual({ at: 'ready', update, waitsFor: null });
    service.restart();
    expect(restarts()).toBe(1);
  });

  test('that is seen before anybody asks', async () => {
    const { service, clock, other } = await ready();
    other.hold();
    await clock.advance(3000);
    expect(service.state()).toEqual({ at: 'ready', update, waitsFor: 'elsewhere' });
  });

  test('what was fetched is not put in place on quitting, and that is kept for the next start', async () => {
    const { service, heldBack, putOff, logged, other } = await ready();
    other.hold();
    service.close();
    expect(heldBack()).toBe(1);
    expect(putOff).toEqual(['2.0.0']);
    expect(logged).toEqual([['update', { step: 'install', failure: 'busy' }]]);
  });
});

describe('other processes of the app', () => {
  test('see what is published here, as long as it is', () => {
    const { publish, other } = begin({ jobs: [sending] });
    expect(other.takeAlone()).toBeNull();
    publish(verified);
    expect(other.isHeld()).toBe(false);
    publish(sending);
    expect(other.isHeld()).toBe(true);
  });

  test('do not begin to publish once the new version is being put in place, now or on quitting', async () => {
    const now = await ready();
    now.service.restart();
    expect(() => now.other.hold()).toThrow('A new version of the app is being put in place.');
    now.service.close();
    expect(now.heldBack()).toBe(0);

    const onQuit = await ready();
    onQuit.service.close();
    expect(() => onQuit.other.hold()).toThrow('A new version of the app is being put in place.');
    expect(onQuit.heldBack()).toBe(0);
    expect(onQuit.putOff).toEqual([]);
  });

  test('may publish when the app ends with nothing to put in place', async () => {
    const { service, other } = begin({ jobs: [sending] });
    service.close();
    expect(other.isHeld()).toBe(false);
  });
});
