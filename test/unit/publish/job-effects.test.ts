import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import { backoffMs } from '../../../electron/publish/backoff.ts';
import { holdJob, resumeJob, settleMs, startJob } from '../../../electron/publish/job.ts';
import { jobOf, jobStateOf } from '../../../electron/publish/job-view.ts';
import {
  answeredYes,
  artifact,
  base,
  bodySent,
  cancel,
  createSeed,
  doing,
  done,
  fits,
  go,
  keyChecked,
  lostConnection,
  meant,
  now,
  online,
  pause,
  persistFailed,
  queuedJob,
  read,
  readFailed,
  resume,
  retry,
  robbed,
  sendFailed,
  sendingJob,
  serverError,
  tell,
  timer,
  told,
  updateSeed,
  world,
} from '../../support/jobs.ts';

describe('a job on its way', () => {
  it('gets in line, reads, checks, writes down what it will do, sends, and reads back', () => {
    const start = startJob(updateSeed, world);
    expect(start.effects).toEqual([
      { do: 'persist', attempt: null },
      { do: 'queue', ticket: 1, call: 'update' },
    ]);
    const reading = tell(start.record, go);
    expect(reading.effects.at(-1)).toEqual({
      do: 'read',
      ticket: 2,
      productId: base.productId,
      releaseId: base.id,
      branchId: null,
      versions: ['1.4.0'],
    });
    const checking = tell(reading.record, read(base));
    expect(checking.effects.at(-1)).toEqual({ do: 'check', ticket: 3, theirs: base, merged: meant });
    const sending = tell(checking.record, fits);
    expect(doing(sending.effects)).toEqual(['persist', 'send']);
    const verifying = tell(told(sending.record, bodySent), answeredYes);
    expect(verifying.effects.at(-1)).toMatchObject({ do: 'read', versions: ['1.4.1', '1.4.0'] });
    const verified = tell(verifying.record, read(done));
    expect(doing(verified.effects)).toEqual(['persist']);
    expect(jobStateOf(verified.record)).toEqual({ at: 'verified', finishedAt: '2026-01-01T12:00:00.000Z' });
  });

  it('writes the intent with all that is needed to know later what came of it', () => {
    const { record, effects } = tell(told(queuedJob(), go, read(base)), fits);
    expect(record.flight).toEqual({
      intent: { number: 1, startedAt: now, before: base, meant },
      failure: null,
      answer: null,
      looks: 0,
      settled: false,
    });
    expect(effects[0]).toMatchObject({
      do: 'persist',
      attempt: {
        id: 'job-1:1',
        outcome: 'started',
        before: base,
        sent: { fields: meant.fields, keepExistingFile: false, artifact },
        finishedAt: null,
      },
    });
  });

  it('ends its attempt in the history with what was found', () => {
    const { effects } = tell(told(sendingJob(), answeredYes), read(done), { now: now + 5000 });
    expect(effects).toEqual([
      {
        do: 'persist',
        attempt: expect.objectContaining({
          id: 'job-1:1',
          outcome: 'verified',
          after: done,
          finishedAt: '2026-01-01T12:00:05.000Z',
          answer: { status: 200, details: 'Release updated' },
        }),
      },
    ]);
  });

  it.each([
    ['a refusal', [sendFailed(failureOf('version-taken', { status: 409, details: 'Taken' }))], 409, 'Taken'],
    ['a 500 after which it was as meant', [sendFailed(serverError), read(done)], 500, null],
  ])('keeps in the history what the server answered: %s', (_, happenings, status, details) => {
    const before = told(sendingJob(), ...happenings.slice(0, -1));
    const last = happenings.at(-1);
    const [persist] = last ? tell(before, last).effects : [];
    expect(persist).toMatchObject({ do: 'persist', attempt: { answer: { status, details } } });
  });

  it('keeps no answer of a request that got none, however it was found out', () => {
    const [persist] = tell(told(sendingJob(), sendFailed(lostConnection)), read(done)).effects;
    expect(persist).toMatchObject({ do: 'persist', attempt: { outcome: 'verified', answer: null } });
  });

  it('shows how far it is', () => {
    const progress = tell(sendingJob(), (ticket) => ({
      on: 'progress',
      ticket,
      sentBytes: 1024,
      totalBytes: 4396,
      bytesPerSecond: 512,
    }));
    expect(progress.effects).toEqual([]);
    expect(jobOf(progress.record)).toMatchObject({
      version: '1.4.1',
      fileName: 'app-1.4.1.zip',
      attempts: 1,
      state: { at: 'sending', sentBytes: 1024, totalBytes: 4396, bytesPerSecond: 512 },
    });
  });

  it('gives its slot back when nothing has to be sent', () => {
    const { effects } = tell(told(queuedJob(), go), read(done));
    expect(doing(effects)).toEqual(['leave-queue', 'persist']);
  });

  it('tells what others changed, and sends it along', () => {
    const theirs = { ...base, status: 'DEPRECATED' as const };
    const { record, effects } = tell(told(queuedJob(), go), read(theirs));
    expect(record.mergedFromTheirs).toEqual([
      'On the server, the status changed from “Published” to “Deprecated”.',
    ]);
    expect(effects.at(-1)).toMatchObject({ merged: { fields: { status: 'DEPRECATED', version: '1.4.1' } } });
  });

  it('makes a new release, and knows its id from then on', () => {
    const sending = sendingJob(createSeed);
    expect(sending.flight?.intent.before).toBeNull();
    const { record, effects } = tell(sending, answeredYes);
    expect(record.releaseId).toBe(done.id);
    expect(effects.at(-1)).toMatchObject({ do: 'read', releaseId: done.id });
  });

  it('looks for a new release whose answer was lost by product, branch and version', () => {
    const { effects } = tell(sendingJob(createSeed), sendFailed(serverError));
    expect(effects.at(-1)).toMatchObject({
      do: 'read',
      releaseId: null,
      branchId: null,
      versions: ['1.4.1'],
    });
  });
});

describe('the line and its slots', () => {
  it('gives the slot back when it stops before sending', () => {
    for (const stop of [pause, cancel]) {
      expect(doing(tell(told(queuedJob(), go), stop).effects)).toEqual(['abort', 'leave-queue', 'persist']);
    }
    expect(doing(tell(told(queuedJob(), go), readFailed(serverError)).effects)).toEqual([
      'leave-queue',
      'persist',
      'wait',
    ]);
  });

  it('says after a 429 nobody expected that others share the address, and gets in line', () => {
    const { record, effects } = tell(sendingJob(createSeed), sendFailed(failureOf('rate-limited')));
    expect(effects.map((effect) => (effect.do === 'notify' ? effect.notice.about : effect.do))).toEqual([
      'address-shared',
      'persist',
      'queue',
    ]);
    expect(record.flight).toBeNull();
    expect(jobStateOf(record)).toMatchObject({ at: 'waiting', because: { kind: 'rate-limited' } });
    const held = tell(record, (ticket) => ({ on: 'hold', ticket, reason: 'slot', until: now }));
    expect(jobStateOf(held.record)).toMatchObject({ reason: 'slot', because: { kind: 'rate-limited' } });
  });

  it('is not counted as a failure of the job, however often others are faster', () => {
    let job = queuedJob();
    for (let round = 0; round < 20; round += 1) {
      job = told(job, go, read(base), fits, sendFailed(failureOf('rate-limited')));
    }
    expect(job.phase.at).toBe('queued');
    expect(job.strikes.send).toBe(0);
  });
});

describe('what is in doubt', () => {
  it('is not believed to be untouched before the server must be done', () => {
    const early = tell(told(sendingJob(), sendFailed(lostConnection)), read(base));
    expect(early.record.phase).toMatchObject({ at: 'finding-out', until: now + 40_000, settling: true });
    expect(jobStateOf(early.record)).toEqual({
      at: 'unknown',
      failure: lostConnection,
      until: '2026-01-01T12:00:40.000Z',
      because: null,
    });
    for (const impatient of [online, retry]) expect(tell(early.record, impatient).ignored).toBe(true);
    const late = tell(told(early.record, timer), read(done));
    expect(late.record.phase.at).toBe('verified');
  });

  it('is believed at once after the server’s own 500, not after that of something in front of it', () => {
    const own = told(sendingJob(), sendFailed(serverError), read(base));
    expect(own.phase.at).toBe('resting');
    const gateway = told(sendingJob(), sendFailed(failureOf('server-error', { status: 504 })), read(base));
    expect(gateway.phase).toMatchObject({ at: 'finding-out', settling: true });
  });

  it('is not believed to be untouched before the longest time that the server was seen to take', () => {
    const seenMs = 32_000;
    expect(settleMs).toBeGreaterThan(seenMs);
  });

  it('is not hung up on once the body is out, when a person cancels: the server applies it all the same', () => {
    expect(doing(tell(sendingJob(), cancel).effects)).toEqual(['abort', 'persist']);
    expect(doing(tell(told(sendingJob(), bodySent), cancel).effects)).toEqual(['persist']);
  });

  it('is asked for as long as it takes', () => {
    let job = told(sendingJob(), sendFailed(lostConnection));
    for (let round = 0; round < 100; round += 1) job = told(job, readFailed(serverError), timer);
    expect(job.phase).toMatchObject({ at: 'finding-out', until: null });
  });

  it('is read before anything else when a person tries again', () => {
    const given = told(sendingJob(), sendFailed(lostConnection), readFailed(lostConnection), cancel);
    expect(given.phase.at).toBe('failed');
    expect(tell(given, retry).effects.at(-1)).toMatchObject({ do: 'read' });
  });

  it('is nothing that could be called cancelled', () => {
    const given = told(
      sendingJob(),
      bodySent,
      cancel,
      sendFailed(lostConnection),
      readFailed(lostConnection),
    );
    expect(jobStateOf(given)).toEqual({ at: 'failed', failure: lostConnection });
  });

  it('says so when the server took it but it cannot be read back', () => {
    const given = told(sendingJob(), answeredYes, readFailed(lostConnection), cancel);
    expect(jobStateOf(given)).toMatchObject({
      at: 'failed',
      failure: { kind: 'not-verified', message: expect.stringContaining('could not be read back') },
    });
  });

  it('names what is not as it was meant, after looking three times', () => {
    const wrong = { ...done, status: 'DRAFT' as const };
    const given = told(sendingJob(), answeredYes, read(wrong), timer, read(wrong), timer, read(wrong));
    expect(jobStateOf(given)).toMatchObject({
      at: 'failed',
      failure: {
        kind: 'not-verified',
        fields: [{ path: 'Status', message: 'Meant: Published. Found: Draft.' }],
      },
    });
    expect(given.flight).toBeNull();
  });

  it('goes on with what others changed meanwhile, and asks only about what both changed', () => {
    const theirs = { ...base, status: 'ARCHIVED' as const };
    const merged = told(sendingJob(), sendFailed(serverError), read(theirs));
    expect(merged.phase.at).toBe('queued');
    const again = tell(told(merged, go), read(theirs));
    expect(again.effects.at(-1)).toMatchObject({
      merged: { fields: { status: 'ARCHIVED', version: '1.4.1' } },
    });

    const both = told(sendingJob(), sendFailed(serverError), read({ ...base, version: '2.0.0' }));
    expect(jobStateOf(both)).toEqual({
      at: 'conflict',
      conflicts: [{ part: 'version', label: 'Version', base: '1.4.0', theirs: '2.0.0', mine: '1.4.1' }],
    });
  });

  it('needs no second request when it was applied and others changed something else after it', () => {
    const after = { ...done, status: 'ARCHIVED' as const };
    const given = told(sendingJob(), sendFailed(serverError), read(after), go, read(after));
    expect(given.phase.at).toBe('verified');
    expect(given.attempts).toBe(1);
  });

  it('recognises a new release that an earlier, slower request has made', () => {
    const made = { ...done, id: 'made' };
    const taken = failureOf('version-taken', { status: 409 });
    const given = told(sendingJob(createSeed), sendFailed(taken), read(made));
    expect(given.phase.at).toBe('verified');
    expect(given.releaseId).toBe('made');
  });
});

describe('a conflict', () => {
  it('is decided in all its parts, or not at all', () => {
    const file = base.file && { ...base.file, checksum: 'd'.repeat(32) };
    const conflict = told(queuedJob(), go, read({ ...base, version: '9.9.9', file }));
    expect(conflict.phase).toMatchObject({ conflicts: [{ label: 'Version' }, { label: 'File' }] });
    const half = tell(conflict, () => ({ on: 'resolve', choices: { Version: 'mine' } }));
    expect(half).toEqual({ record: conflict, effects: [], ignored: true });
    const whole = tell(conflict, () => ({ on: 'resolve', choices: { Version: 'mine', File: 'theirs' } }));
    expect(whole.record.phase.at).toBe('queued');
    expect(whole.record.meant).toMatchObject({ fields: { version: '1.4.1' }, file: { kind: 'keep' } });
  });
});

describe('the file that was there', () => {
  const full = failureOf('storage-full', { status: 400 });

  it('is spoken of at once when a refusal has cost it, and whether it can be put back', () => {
    for (const inVault of [true, false]) {
      const sending = told(queuedJob(), go, read(base, inVault), fits);
      const { record, effects } = tell(told(sending, sendFailed(full)), read(robbed));
      expect(record.lostFile).toEqual({ name: 'app-1.4.0.zip', inVault });
      expect(effects).toContainEqual({
        do: 'notify',
        notice: { about: 'lost-file', name: 'app-1.4.0.zip', inVault },
      });
      expect(doing(effects).slice(0, 2)).toEqual(['notify', 'persist']);
      expect(jobStateOf(record)).toEqual({ at: 'failed', failure: full });
    }
  });

  it('is not called lost while the server may be between deleting and storing', () => {
    const early = tell(told(sendingJob(), sendFailed(lostConnection)), read(robbed));
    expect(early.record.lostFile).toBeNull();
    expect(doing(early.effects)).not.toContain('notify');
  });

  it('is no longer missed once its successor is there', () => {
    const lost = told(sendingJob(), sendFailed(serverError), read(robbed));
    expect(lost.lostFile).not.toBeNull();
    const sent = told(lost, timer, go, read(robbed), fits, answeredYes, read(done));
    expect(sent.phase.at).toBe('verified');
    expect(sent.lostFile).toBeNull();
    expect(sent.mergedFromTheirs).toEqual([]);
  });

  it('is no longer missed when somebody else has put its successor there', () => {
    const lost = told(sendingJob(), sendFailed(serverError), read(robbed));
    const found = told(lost, timer, go, read(done));
    expect(found.phase.at).toBe('verified');
    expect(found.lostFile).toBeNull();
  });

  it('is not missed when it was to be removed', () => {
    const removing = { ...updateSeed, meant: { ...meant, file: { kind: 'remove' } as const } };
    const given = told(sendingJob(removing), sendFailed(serverError), read(robbed));
    expect(given.lostFile).toBeNull();
  });
});

describe('pauses between tries', () => {
  it('lie between a second and a ceiling that doubles up to two minutes', () => {
    for (let strikes = 1; strikes <= 20; strikes += 1) {
      const ceiling = Math.min(120_000, 1000 * 2 ** strikes);
      expect(backoffMs(strikes, 0)).toBe(1000);
      expect(backoffMs(strikes, 0.999_999)).toBeLessThanOrEqual(ceiling);
      expect(backoffMs(strikes, 0.999_999)).toBeGreaterThan(ceiling * 0.99);
    }
  });

  it('grow with each failure, and begin anew after a success', () => {
    const first = tell(told(queuedJob(), go), readFailed(serverError));
    expect(first.record.strikes.read).toBe(1);
    expect(first.effects.at(-1)).toEqual({ do: 'wait', ticket: 3, until: now + 1500 });
    const second = tell(told(first.record, timer, go), readFailed(serverError));
    expect(second.effects.at(-1)).toMatchObject({ until: now + 2500 });
    expect(told(second.record, timer, go, read(base)).strikes.read).toBe(0);
  });

  it('end when the network is back', () => {
    const offline = told(queuedJob(), go, readFailed(failureOf('offline')));
    expect(jobStateOf(offline)).toMatchObject({
      at: 'waiting',
      reason: 'network',
      because: { kind: 'offline' },
    });
    expect(doing(tell(offline, online).effects)).toEqual(['stop-waiting', 'persist', 'queue']);
  });
});

describe('a key that is refused', () => {
  const unauthorized = failureOf('invalid-key', { status: 401 });

  it('is tried on a list before anybody calls it wrong', () => {
    const checking = tell(sendingJob(), sendFailed(unauthorized));
    expect(checking.effects.at(-1)).toMatchObject({ do: 'check-key' });
    expect(told(checking.record, keyChecked('accepted')).phase).toMatchObject({
      at: 'resting',
      reason: 'backoff',
    });
    const wrong = tell(checking.record, keyChecked('refused'));
    expect(wrong.effects.at(-1)).toEqual({ do: 'notify', notice: { about: 'key-refused' } });
    expect(jobStateOf(wrong.record)).toEqual({
      at: 'waiting',
      reason: 'key',
      until: null,
      because: unauthorized,
    });
  });
});

describe('a key that lists accept and updates do not', () => {
  it('is tried less and less often', () => {
    const unauthorized = failureOf('invalid-key', { status: 401 });
    let job = queuedJob();
    const pauses: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      job = told(job, go, read(base), fits, sendFailed(unauthorized), keyChecked('accepted'));
      const { state } = jobOf(job);
      expect(state).toMatchObject({ at: 'waiting', reason: 'backoff', because: unauthorized });
      if (state.at === 'waiting') pauses.push(Date.parse(state.until ?? '') - now);
      job = told(job, timer);
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBeGreaterThan(60_000);
  });
});

describe('a disk that cannot be written', () => {
  it('keeps the request from leaving', () => {
    const given = tell(sendingJob(), persistFailed);
    expect(given.record).toMatchObject({ flight: null, attempts: 0, phase: { at: 'failed' } });
    expect(doing(given.effects)).toEqual(['leave-queue']);
  });

  it('does not make a running request look as if it had not left', () => {
    const stopping = told(sendingJob(), cancel);
    expect(tell(stopping, persistFailed).ignored).toBe(true);
  });

  it('does not stop the looking back', () => {
    const { record, effects } = tell(told(sendingJob(), answeredYes), persistFailed);
    expect(record.flight).not.toBeNull();
    expect(doing(effects)).toEqual(['abort', 'wait']);
    expect(tell(record, timer).effects.at(-1)).toMatchObject({ do: 'read' });
  });
});

describe('after a start on a backup', () => {
  it.each([
    ['queued', queuedJob()],
    ['sending', sendingJob()],
    ['in doubt', told(sendingJob(), sendFailed(lostConnection))],
  ])('what was %s waits until a person lets it go on', (_, record) => {
    const { record: held, effects } = holdJob(record, world);
    expect(held.phase.at).toBe('paused');
    expect(doing(effects)).toEqual(['persist']);
  });

  it('what was being sent is read then, and sent again where it is untouched', () => {
    const { record: held } = holdJob(told(sendingJob(), bodySent), world);
    const { record, effects } = tell(held, resume);
    expect(effects.at(-1)).toMatchObject({ do: 'read' });
    expect(told(record, read(done)).phase.at).toBe('verified');
    expect(told(record, read(base), timer, read(base), timer, go, read(base), fits).phase.at).toBe('sending');
  });
});

describe('after a start of the app', () => {
  it.each([
    ['sending', sendingJob()],
    ['answering', told(sendingJob(), bodySent)],
  ])('what was %s is read before anything else', (_, record) => {
    const { record: resumed, effects } = resumeJob(record, world);
    expect(effects.at(-1)).toMatchObject({ do: 'read', ticket: resumed.ticket });
    expect(jobStateOf(resumed)).toMatchObject({
      at: 'unknown',
      failure: { message: 'The app ended while the release was being sent.' },
    });
    expect(told(resumed, read(done)).phase.at).toBe('verified');
    expect(told(resumed, read(base)).phase).toMatchObject({ settling: true });
  });

  it('what was cut off again and again is sent again, less and less often, for as long as the app comes back', () => {
    let job = queuedJob();
    const pauses: number[] = [];
    for (let life = 0; life < 12; life += 1) {
      const { record } = resumeJob(told(job, go, read(base), fits), world);
      job = told(record, read(base), timer, read(base));
      const { state } = jobOf(job);
      expect(state).toMatchObject({ at: 'waiting', reason: 'backoff' });
      if (state.at === 'waiting') pauses.push(Date.parse(state.until ?? '') - now);
      job = told(job, timer);
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBeGreaterThan(60_000);
    expect(told(job, go, read(base), fits, sendFailed(serverError), read(base)).phase.at).toBe('resting');
  });

  it('what the server had taken is still only verified', () => {
    const { record } = resumeJob(told(sendingJob(), answeredYes), world);
    expect(jobStateOf(record)).toEqual({ at: 'verifying', until: null, because: null });
  });

  it('a wish to cancel still stands', () => {
    const { record } = resumeJob(told(sendingJob(), cancel), world);
    expect(told(record, read(base), timer, read(base)).phase.at).toBe('cancelled');
  });

  it('what had not left starts over', () => {
    for (const record of [queuedJob(), told(queuedJob(), go), told(queuedJob(), go, read(base))]) {
      expect(doing(resumeJob(record, world).effects)).toEqual(['persist', 'queue']);
    }
  });

  it('what was over or paused stays so', () => {
    const still = [
      told(queuedJob(), pause),
      told(queuedJob(), cancel),
      told(queuedJob(), go, read(null)),
      told(sendingJob(), answeredYes, read(done)),
    ];
    for (const record of still)
      expect(resumeJob(record, world)).toEqual({ record, effects: [], ignored: true });
  });
});

describe('an answer that names another release', () => {
  const other = { ...done, id: 'c4f26bab-f5ef-4ae6-aa41-7f286936d762', version: '9.9.9' };
  const saysOther = (ticket: number) =>
    ({ on: 'answered', ticket, releaseId: other.id, answer: { status: 200, details: null } }) as const;

  it('to an update is not believed: its own release is read, and is what trying again is about', () => {
    const answered = tell(told(sendingJob(), bodySent), saysOther);
    expect(answered.effects.at(-1)).toMatchObject({ do: 'read', releaseId: base.id });
    const failed = told(answered.record, read(base), timer, read(base), timer, read(base));
    expect(failed).toMatchObject({ phase: { at: 'failed' }, releaseId: base.id });
  });

  it('to a creation is not taken for what was made: trying again looks for the version', () => {
    const answered = tell(told(sendingJob(createSeed), bodySent), saysOther);
    for (const found of [other, null]) {
      const failed = told(answered.record, read(found), timer, read(found), timer, read(found));
      expect(failed).toMatchObject({ phase: { at: 'failed' }, releaseId: null, base: null });
      const again = tell(told(failed, retry), go);
      expect(again.effects.at(-1)).toMatchObject({ do: 'read', releaseId: null });
    }
  });

  it('is believed of a creation whose release has the version, whatever else of it is not as meant', () => {
    const made = { ...done, metadata: [{ key: 'x', value: 'y', locked: false }] };
    const answered = tell(told(sendingJob(createSeed), bodySent), answeredYes);
    const failed = told(answered.record, read(made), timer, read(made), timer, read(made));
    expect(failed).toMatchObject({ phase: { at: 'failed' }, releaseId: made.id, base: made });
  });
});
