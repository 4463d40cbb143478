import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type CallHandlers,
  type CallInput,
  type CallName,
  calls,
  fileCalls,
} from '../../electron/contract.ts';
import { bindCalls, callNames, type Sender } from '../../electron/dispatch.ts';
import { appError } from '../../electron/errors.ts';
import { failureSchema, type Result } from '../../electron/model/failure.ts';
import { createServices, type Services } from '../../electron/services.ts';

const origin = 'app://lukittu';
const page: Sender = { isWindow: true, isTopFrame: true, origin };

/** Longer than any text of the contract may be. */
const huge = 'x'.repeat(200_000);

/** Inputs that no call takes. */
const hostile: [string, (name: CallName) => unknown][] = [
  ['nothing', () => undefined],
  ['null', () => null],
  ['a number', () => 7],
  ['not a number', () => Number.NaN],
  ['a text', () => 'connections.list'],
  ['a huge text', () => huge],
  ['a truth', () => true],
  ['a list', () => []],
  ['a deep list', () => nested(1000)],
  ['a big integer', () => 1n],
  ['a date', () => new Date(0)],
  ['bytes', () => new Uint8Array(16)],
  ['a map', () => new Map([['connectionId', 'x']])],
  ['a symbol', () => Symbol('input')],
  ['a function', () => () => ({ connectionId: 'x' })],
  ['a field too many', (name) => ({ ...fields(name, () => 'x'), surplus: 1 })],
  ['a constructor', (name) => ({ ...fields(name, () => 'x'), constructor: { prototype: { admin: true } } })],
  ['fields of the wrong type', (name) => fields(name, () => ({ toString: 'x' }))],
  ['fields that are lists', (name) => fields(name, () => [[]])],
  ['fields that are missing', (name) => fields(name, () => undefined)],
  ['fields with huge texts', (name) => fields(name, () => huge)],
  ['fields that only its prototype has', (name) => Object.create(fields(name, () => 'x'))],
  [
    'fields behind __proto__',
    (name) => JSON.parse(`{"__proto__": ${JSON.stringify(fields(name, () => 'x'))}}`),
  ],
];

const strangers: [string, Sender][] = [
  ['another window', { ...page, isWindow: false }],
  ['a frame in the window', { ...page, isTopFrame: false }],
  ['a document of another origin', { ...page, origin: 'https://example.com' }],
  ['a document whose origin begins alike', { ...page, origin: 'app://lukittu.example.com' }],
  ['a document whose origin differs in case', { ...page, origin: 'APP://LUKITTU' }],
  ['a document without an origin', { ...page, origin: 'null' }],
  ['a frame that has gone', { ...page, isTopFrame: false, origin: null }],
];

/** Files that no preload hands over. */
const hostileFiles: [string, unknown][] = [
  ['a text', '/etc/passwd'],
  ['an object', {}],
  ['a list of nothing', [null]],
  ['a list of texts', ['/etc/passwd']],
  ['a path that is a number', [{ path: 7 }]],
  ['an empty path', [{ path: '' }]],
  ['a huge path', [{ path: huge }]],
  ['a path with bytes', [{ path: '/x', bytes: new Uint8Array(1) }]],
  ['bytes that are a text', [{ name: 'x', bytes: 'text' }]],
  ['bytes without a name', [{ name: '', bytes: new Uint8Array(1) }]],
  ['a path behind __proto__', [JSON.parse('{"__proto__": {"path": "/etc/passwd"}}')]],
  ['too many', Array.from({ length: 20_000 }, () => ({ path: '/x' }))],
];

describe.each(callNames)('%s', (name) => {
  const takesFiles = fileCalls.some((one) => one === name);

  test.each(hostile)('refuses %s, and its handler never sees it', async (_what, input) => {
    expectRefusal(await unreachable(page, name, input(name), takesFiles ? [] : undefined));
  });

  test.each(strangers)('refuses %s, whatever it asks', async (_who, sender) => {
    expectRefusal(await unreachable(sender, name, forged('x')[name], takesFiles ? [] : undefined));
  });

  test.each(hostileFiles)('refuses %s in the place of files', async (_what, files) => {
    expectRefusal(await unreachable(page, name, forged('x')[name], files));
  });

  if (!takesFiles) {
    test('takes no files', async () => {
      expectRefusal(await unreachable(page, name, forged('x')[name], [{ path: '/etc/passwd' }]));
    });
  }

  test.each(['nobody', '__proto__', 'constructor', '../../etc/passwd', "' OR 1=1 --", '\u0000', '💥'])(
    'answers to ids that it never gave out (%j) as to any mistake',
    async (id) => {
      const unforeseen: unknown[] = [];
      const dispatch = bindCalls(services.handlers, origin, (_name, error) => unforeseen.push(error));
      const answer = await dispatch(
        page,
        name,
        forged(id)[name],
        takesFiles ? [{ path: '/nowhere' }] : undefined,
      );

      expect(unforeseen).toEqual([]);
      if (answer.ok) expect(calls[name].output.safeParse(answer.value).error).toBeUndefined();
      else expect(failureSchema.parse(answer.failure).kind).not.toBe('internal');
    },
  );
});

describe('a call', () => {
  test.each(['', 'connections', 'toString', '__proto__', 'constructor', 'app.info ', huge])(
    'that the contract does not have is refused',
    async (name) => expectRefusal(await unreachable(page, name, {}, undefined)),
  );

  test('is answered with what its handler gives', async () => {
    const answer = await bindCalls(services.handlers, origin)(page, 'app.info', {}, undefined);
    expect(answer).toMatchObject({ ok: true, value: { version: '0.0.0', runtime: 'node' } });
  });

  test('whose handler knows what went wrong says so', async () => {
    const answer = await failing(appError('busy'))(page, 'app.info', {}, undefined);
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'busy' } });
  });

  test.each([
    ['an error', new Error('the key is sk-1234')],
    ['a text', 'the key is sk-1234'],
    ['nothing', undefined],
    ['an object that cannot be read', throwing()],
  ])(
    'whose handler throws %s nobody foresaw is answered, tells nothing, and is reported',
    async (_what, thrown) => {
      const reported: unknown[] = [];
      const answer = await failing(thrown, (_name, error) => reported.push(error))(
        page,
        'app.info',
        {},
        undefined,
      );

      expect(answer).toMatchObject({ ok: false, failure: { kind: 'internal' } });
      expect(JSON.stringify(answer)).not.toContain('sk-1234');
      expect(reported.length === 1 && reported[0] === thrown).toBe(true);
    },
  );

  test('that is wrong in fifty places is told of twenty of them', async () => {
    const releaseIds = Array.from({ length: 50 }, () => 7);
    const answer = await unreachable(page, 'releases.some', { connectionId: 'x', releaseIds }, undefined);
    expectRefusal(answer);
    expect(answer.ok ? [] : answer.failure.fields).toHaveLength(20);
  });

  test('that is refused does not repeat what was in it', async () => {
    const form = { ...forged('x')['connections.add'], apiKey: { 'sk-1234': 'sk-1234' }, 'sk-1234': 1 };
    const answer = await unreachable(page, 'connections.add', form, undefined);
    expect(JSON.stringify(answer)).not.toContain('sk-1234');
  });
});

let services: Services;
const unreachable: ReturnType<typeof bindCalls> = (...call) => failing(new Error('reached'))(...call);

beforeAll(async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lukittu-test-'));
  services = await createServices({
    dataFolder,
    keyring: null,
    keyringProblem: 'None here.',
    app: { version: '0.0.0', platform: 'test', runtime: 'node' },
  });
  return async () => {
    await services.close();
    rmSync(dataFolder, { recursive: true });
  };
});

/** Calls whose handlers do nothing but throw this. */
function failing(thrown: unknown, report?: Parameters<typeof bindCalls>[2]): ReturnType<typeof bindCalls> {
  const handlers: CallHandlers = new Proxy(services.handlers, {
    get: () => () => {
      throw thrown;
    },
  });
  return bindCalls(handlers, origin, report);
}

function expectRefusal(answer: Result<unknown>): void {
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'invalid-input', applied: 'no' } });
  if (!answer.ok) expect(JSON.stringify(answer.failure).length).toBeLessThan(5000);
}

/** The fields of a call's own input, each with this value; a field it does not have for one that has none. */
function fields(name: CallName, value: () => unknown): object {
  const { input } = calls[name];
  const keys = Object.keys(input.shape);
  return Object.fromEntries((keys.length > 0 ? keys : ['input']).map((key) => [key, value()]));
}

function nested(depth: number): unknown {
  let list: unknown = [];
  for (let level = 0; level < depth; level++) list = [list];
  return list;
}

function throwing(): object {
  return new Proxy(
    {},
    {
      get: () => {
        throw new Error('sk-1234');
      },
    },
  );
}

/** Inputs of the right form, about things that do not exist. */
function forged(id: string): { [N in CallName]: CallInput<N> } {
  const connection = { connectionId: id };
  const product = { connectionId: id, productId: id };
  const draft = { draftId: id };
  const job = { jobId: id };
  const form = {
    name: id,
    serverUrl: 'http://127.0.0.1:9',
    teamId: id,
    apiKey: id,
    maxFileBytes: 1024,
    rateLimit: null,
  };
  const change = { change: 'branch', branchId: id } as const;
  const many = { connectionId: id, releaseIds: [id], draftIds: [id], change };
  return {
    'app.info': {},
    'app.online': {},
    'app.settings': {},
    'app.remember': { key: id, value: id },
    'app.dismissNotice': { notice: id },
    'app.diagnostics': {},
    'app.showLogs': {},
    'app.reload': {},
    'app.system': { command: 'zoom-in' },
    'app.showUndo': { what: id },
    'app.pageFailed': { where: 'script', name: id, stack: id },
    'connections.list': {},
    'connections.add': form,
    'connections.update': { connectionId: id, form },
    'connections.stop': {},
    'connections.remove': connection,
    'connections.demo': {},
    'products.list': connection,
    'products.refresh': connection,
    'products.add': { ...product, name: id },
    'releases.list': product,
    'releases.refresh': product,
    'releases.some': { ...connection, releaseIds: [] },
    'releases.find': { ...connection, text: id, exceptOf: id, count: 50 },
    'branches.list': product,
    'branches.add': { ...product, id, name: id },
    'licenses.list': product,
    'licenses.refresh': product,
    'drafts.list': connection,
    'drafts.some': { draftIds: [] },
    'drafts.open': { ...product, releaseId: id },
    'drafts.review': draft,
    'drafts.change': { draftId: id, change: { fields: { version: id } } },
    'drafts.attach': draft,
    'drafts.reattach': draft,
    'drafts.discard': draft,
    'drafts.restore': draft,
    'drafts.discardAll': { draftIds: [id] },
    'drafts.restoreAll': { draftIds: [id] },
    'bulk.preview': many,
    'bulk.apply': { ...many, seen: id, batch: { is: 'existing', batchId: id } },
    'bulk.undo': { bulkId: id },
    'jobs.list': connection,
    'jobs.forecast': connection,
    'jobs.publish': draft,
    'jobs.pause': job,
    'jobs.resume': job,
    'jobs.pauseAll': connection,
    'jobs.resumeAll': connection,
    'jobs.move': { jobId: id, to: 'later' },
    'jobs.cancel': job,
    'jobs.retry': job,
    'jobs.resolve': { jobId: id, choices: {} },
    'jobs.merging': { jobId: id, choices: {} },
    'jobs.restoreFile': job,
    'jobs.dismiss': job,
    'batches.list': connection,
    'batches.create': { connectionId: id, name: id, draftIds: [id] },
    'batches.review': { batchId: id },
    'batches.compact': { batchId: id },
    'batches.change': { batchId: id, change: { name: id } },
    'batches.add': { batchId: id, draftIds: [id] },
    'batches.moveBack': { batchId: id },
    'batches.takeOut': { draftIds: [id] },
    'batches.remove': { batchId: id },
    'batches.restore': { batchId: id },
    'batches.takeApart': { batchId: id },
    'batches.publish': { batchId: id },
    'batches.pause': { batchId: id },
    'batches.resume': { batchId: id },
    'batches.cancel': { batchId: id },
    'files.savePlan': { batchId: id, format: 'zip' },
    'files.savePlanOf': { connectionId: id, name: id, draftIds: [id], format: 'json' },
    'files.saveFieldsOfBatch': { batchId: id },
    'files.saveFields': { connectionId: id, draftIds: [id], releaseIds: [id] },
    'files.stop': {},
    'files.show': { savedId: id },
    'imports.begin': connection,
    'imports.beginOpened': { connectionId: id, planId: id },
    'imports.look': { importId: id, onStale: 'refuse' },
    'imports.make': { importId: id, onStale: 'take', batchName: null },
    'imports.end': { importId: id },
    'imports.undo': { importId: id },
    'matching.begin': product,
    'matching.look': { setId: id },
    'matching.make': {
      setId: id,
      choices: [{ index: 0, target: { to: 'draft', draftId: id } }],
      batchName: id,
    },
    'matching.stop': { setId: id },
    'matching.end': { setId: id },
    'matching.undo': { setId: id },
    'updates.state': {},
    'updates.look': {},
    'updates.fetch': {},
    'updates.stop': {},
    'updates.restart': {},
    'opening.next': {},
    'history.list': { connectionId: id, text: id, limit: 10 },
    'history.export': { connectionId: id, format: 'csv' },
    'history.fate': { attemptId: id },
    'vault.usage': {},
    'vault.limit': { limitBytes: 0, commit: false },
    'history.restore': { attemptId: id },
  };
}
