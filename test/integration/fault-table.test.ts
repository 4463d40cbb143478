import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../electron/demo/faults.ts';
import type { FailureKind } from '../../electron/model/failure.ts';
import type { Job } from '../../electron/model/job.ts';
import { type Operation, openWorkshop, type Trial, type Workshop } from '../support/workshop.ts';

/**
 * Every fault the demo server knows, in every phase of sending, for each kind of request, once and for good. What has
 * to come of it is not written down case by case: it follows from what the server says it did.
 */

const operations: readonly Operation[] = ['update with a file', 'update without one', 'create'];
const beforeAnswer = [
  'arrival',
  'authorization',
  'body',
  'received',
  'file-deleted',
  'upload',
  'answer',
] as const;
const everywhere = [...beforeAnswer, 'answer-headers', 'answer-body'] as const;

interface Row {
  readonly name: string;
  readonly fault: Fault;
  /** The only ones it makes sense for; all, unless said. */
  readonly of: readonly Operation[];
  /** What the job fails with, or waits because of, when the fault stays; null when it only takes time. */
  readonly kind: FailureKind | null;
}

const row = (
  name: string,
  fault: Fault,
  kind: FailureKind | null,
  of: readonly Operation[] = operations,
): Row => ({ name, fault, kind, of });
const onlyWithFile = ['update with a file'] as const;

const interruptions = everywhere.flatMap((at): Row[] => [
  row(`the connection drops at ${at}`, { at, effect: { kind: 'drop' } }, 'connection-lost'),
  row(`nothing moves for 10 s at ${at}`, { at, effect: { kind: 'delay', ms: 10_000 } }, null),
  row(`nothing moves at ${at} until the client gives up`, { at, effect: { kind: 'pause' } }, null),
]);

const elsewhere = 'https://elsewhere.invalid/';
const answers = beforeAnswer.flatMap((at): Row[] => [
  row(`500 at ${at}`, { at, effect: { kind: 'answer', status: 500 } }, 'server-error'),
  row(`a gateway’s 502 at ${at}`, { at, effect: { kind: 'html', status: 502 } }, 'server-error'),
  row(`a web page at ${at}`, { at, effect: { kind: 'html' } }, 'not-lukittu'),
  row(
    `a redirect at ${at}`,
    { at, effect: { kind: 'redirect', status: 307, location: elsewhere } },
    'not-lukittu',
  ),
  row(
    `a text at ${at}`,
    { at, effect: { kind: 'body', status: 200, contentType: 'text/plain', body: 'OK' } },
    'not-lukittu',
  ),
]);

/** Lukittu's refusals, where the server can say them (docs/lukittu.md, "The order in which the server works"). */
const refusals = (
  [
    ['arrival', 429, 'Too many requests', 'rate-limited', operations],
    ['authorization', 401, 'Invalid API key', 'invalid-key', operations],
    ['received', 400, 'File uploads require a paid subscription', 'uploads-need-plan', operations],
    ['upload', 400, 'Storage limit reached', 'storage-full', operations],
    ['answer', 400, 'Storage limit reached', 'storage-full', onlyWithFile],
  ] as const
).map(([at, status, details, kind, of]) =>
  row(`${status} ${details} at ${at}`, { at, effect: { kind: 'answer', status, details } }, kind, of),
);

const rows: readonly Row[] = [
  ...interruptions,
  ...answers,
  ...refusals,
  row('half an answer', { at: 'answer', effect: { kind: 'truncate' } }, 'unreadable-answer'),
  row('another checksum', { at: 'answer', effect: { kind: 'wrong-checksum' } }, null),
  row('a slow upload', { at: 'body', effect: { kind: 'slow', bytesPerSecond: 5_000 } }, null),
  row('a slow answer', { at: 'answer-body', effect: { kind: 'slow', bytesPerSecond: 50 } }, null),
];

/** No PUT with a file gets to step 15, no POST to step 14: those faults do not strike there. */
const unreached: Readonly<Record<Operation, readonly string[]>> = {
  'update with a file': [],
  'update without one': ['upload'],
  create: ['file-deleted'],
};
const strikes = (operation: Operation, { fault }: Row): boolean => !unreached[operation].includes(fault.at);

/** What holds after every trial that ends well, derived from the server's own account of its requests. */
function checkEnd(trial: Trial, job: Job): void {
  const applied = trial.sent().map((request) => request.applied);
  expect(applied).toEqual([...applied.slice(1).map(() => false), true]);
  expect(trial.onServer()).toEqual(trial.meant);
  expect(job).toMatchObject({ state: { at: 'verified' }, attempts: applied.length, lostFile: null });
  checkAlways(trial);
}

/** What holds whatever comes of it. */
function checkAlways(trial: Trial): void {
  expect(sentUnread(trial)).toEqual([]);
  expect(trial.notices().some((notice) => notice.includes('has lost old.zip, the file of 1.0.0'))).toBe(
    hasLostFile(trial),
  );
  checkSlots(trial);
}

/** Requests before which the release was not read after the one before. */
function sentUnread(trial: Trial): string[] {
  const requests = trial.requests();
  return requests.flatMap(({ method, path }, index) =>
    method === trial.method && requests[index - 1]?.method !== 'GET' ? path : [],
  );
}

/** Whether a request came as far as to delete the stored file, and not as far as to store another (step 14). */
const hasLostFile = (trial: Trial): boolean =>
  trial.meant?.file !== trial.before?.file &&
  trial.sent().some(({ method, step, applied }) => method === 'PUT' && step >= 14 && !applied);

/** The ledger never counts less than the server does, and only what was sent; nothing was sent into a full window. */
function checkSlots(trial: Trial): void {
  const sent = trial.sent();
  const silences = sent.filter(({ status }) => status === 429);
  expect(silences.filter(({ step }) => step === 3)).toEqual([]);
  // Within one window, what was refused before the count (401) has its slot back; else, in doubt, it counts.
  if (trial.took() > 290_000 || silences.length > 0) return;
  const uncounted = sent.filter(({ status, step }) => status === 401 && step < 3).length;
  expect(trial.slotsUsed()).toBe(sent.length - uncounted);
  expect(trial.slotsUsed()).toBeGreaterThanOrEqual(sent.filter(({ step }) => step > 3).length);
}

/** A job that has given up says what happened and what to do, and no more than is so. */
function checkWords(trial: Trial, { state, lostFile }: Job, kind: FailureKind): void {
  const failure = state.at === 'failed' ? state.failure : 'because' in state ? state.because : null;
  expect(failure).toMatchObject({ kind, message: sentences, remedy: sentences });
  const last = trial.sent().at(-1);
  if (last?.outcome === 'answered') expect(failure?.status).toBe(last.status);
  expect(last?.applied === true && failure?.applied === 'no').toBe(false);
  if (hasLostFile(trial)) {
    expect(lostFile).toEqual({ name: 'old.zip', inVault: false });
    expect(failure?.oldFile).not.toBe('safe');
    expect(trial.onServer()?.file).toBeNull();
  } else {
    expect(lostFile).toBeNull();
    expect(trial.onServer()).toEqual(trial.before);
  }
}

/** The history holds every request that left, and calls it what it was. */
async function checkHistory(trial: Trial): Promise<void> {
  const attempts = await trial.attempts();
  const sent = trial.sent();
  expect(attempts).toHaveLength(sent.length);
  attempts.forEach(({ outcome, finishedAt }, index) => {
    const request = sent[index];
    const saidNo = request?.outcome === 'answered' && (request.status ?? 0) >= 400 && request.status !== 500;
    const refusedByLukittu = saidNo && request.status !== 502;
    expect(outcome).toBe(request?.applied ? 'verified' : refusedByLukittu ? 'refused' : 'not-applied');
    expect(finishedAt).not.toBeNull();
  });
}

/** Where a job stands after so many requests in vain. */
function patienceWith(kind: FailureKind | null): [Job['state']['at'], number] {
  switch (kind) {
    case 'invalid-key':
    case 'rate-limited':
      // These cost nothing but time.
      return ['waiting', 6];
    case 'storage-full':
    case 'uploads-need-plan':
      return ['failed', 1];
    default:
      return ['failed', 5];
  }
}

const sentences = expect.stringMatching(/^[A-Z“].+\.$/);

describe.each(operations)('%s', (operation) => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await openWorkshop();
  });
  afterAll(() => workshop.close());

  const ours = rows.filter(({ of }) => of.includes(operation));
  test.each(ours)('is published in the end: once, $name', async ({ fault, kind }) => {
    const trial = await workshop.begin(operation);
    trial.strike({ ...fault, method: trial.method });
    const first = await trial.publish();
    if (first.state.at === 'failed' && kind) checkWords(trial, first, kind);
    checkEnd(trial, first.state.at === 'failed' ? await trial.retry() : first);
    await checkHistory(trial);
  });

  const lasting = ours.filter((one) => one.kind !== null && strikes(operation, one));
  test.each(lasting)(
    'says why, and is published when it is over: for good, $name',
    async ({ fault, kind }) => {
      const trial = await workshop.begin(operation);
      trial.strike({ ...fault, method: trial.method, times: 'always' });
      const patience = ({ state }: Job): boolean => state.at === 'waiting' && trial.sent().length >= 6;
      const struck = await trial.publish(patience);
      if (struck.state.at === 'verified') {
        // What was applied before the fault struck is found by reading.
        checkEnd(trial, struck);
        return;
      }
      if (kind) checkWords(trial, struck, kind);
      expect([struck.state.at, trial.sent().length]).toEqual(patienceWith(kind));
      checkAlways(trial);
      trial.clearFaults();
      checkEnd(trial, struck.state.at === 'failed' ? await trial.retry() : await trial.goOn());
      await checkHistory(trial);
    },
  );
});

/** Reads are struck as well: before there is anything to send, and when what came of it is to be seen. */
describe('reading', () => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await openWorkshop();
  });
  afterAll(() => workshop.close());

  const inReading = ['arrival', 'authorization', 'answer', 'answer-headers', 'answer-body'];
  /** What a list says of a release is believed; all else can be gone through once more. */
  const believed = ['wrong-checksum', 'pause'];
  const readings = rows.filter(
    ({ fault, of }) =>
      of.length === operations.length &&
      inReading.includes(fault.at) &&
      !believed.includes(fault.effect.kind),
  );
  const everyRead = { method: 'GET', path: '/releases?' };
  const manyReads = (trial: Trial): boolean => trial.requests().length > 12;

  test.each(readings)('before sending, once $name: it is read again, and published', async ({ fault }) => {
    const trial = await workshop.begin('update without one');
    trial.strike({ ...fault, ...everyRead });
    const first = await trial.publish();
    expect(first.state.at).toBe('verified');
    checkEnd(trial, first);
    expect(trial.sent()).toHaveLength(1);
  });

  test.each(readings)('afterwards, once $name: it is read again, and not sent again', async ({ fault }) => {
    const trial = await workshop.begin('update without one');
    trial.strike({ ...fault, ...everyRead, nth: 2 });
    checkEnd(trial, await trial.publish());
    expect(trial.sent()).toHaveLength(1);
  });

  const lasting = readings.filter(({ kind }) => kind !== null);
  test.each(lasting)('before sending, for good, $name: nothing is sent, and it says why', async (given) => {
    const trial = await workshop.begin('update without one');
    trial.strike({ ...given.fault, ...everyRead, times: 'always' });
    const waits = ({ state }: Job): boolean => state.at === 'waiting' && state.reason !== 'turn';
    const struck = await trial.publish((job) => manyReads(trial) && waits(job));
    expect(trial.sent()).toEqual([]);
    if (given.kind) checkWords(trial, struck, given.kind);
    trial.clearFaults();
    checkEnd(trial, struck.state.at === 'failed' ? await trial.retry() : await trial.goOn());
  });

  test.each(lasting)('afterwards, for good, $name: it keeps looking, and sends nothing', async (given) => {
    const trial = await workshop.begin('update without one');
    trial.strike({ ...given.fault, ...everyRead, nth: 2, times: 'always' });
    const waits = ({ state }: Job): boolean => 'because' in state && state.because !== null;
    const struck = await trial.publish((job) => manyReads(trial) && waits(job));
    expect(struck.state).toMatchObject({
      because: { kind: given.kind, message: sentences, remedy: sentences },
    });
    expect(trial.sent()).toHaveLength(1);
    trial.clearFaults();
    checkEnd(trial, await trial.goOn());
  });
});
