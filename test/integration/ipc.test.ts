import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CallHandlers, type CallName, calls } from '../../electron/contract.ts';
import { bindCalls, callNames, type Sender } from '../../electron/dispatch.ts';
import { appError } from '../../electron/errors.ts';
import { failureSchema, type Result } from '../../electron/model/failure.ts';
import { createServices, type Services } from '../../electron/services.ts';
import { harmless, inputOf, isId, partsOf, takesFiles } from '../support/call-inputs.ts';

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
  test.each(hostile)('refuses %s, and its handler never sees it', async (_what, input) => {
    expectRefusal(await unreachable(page, name, input(name), takesFiles(name) ? [] : undefined));
  });

  test.each(strangers)('refuses %s, whatever it asks', async (_who, sender) => {
    expectRefusal(await unreachable(sender, name, forged(name, 'x'), takesFiles(name) ? [] : undefined));
  });

  test.each(hostileFiles)('refuses %s in the place of files', async (_what, files) => {
    expectRefusal(await unreachable(page, name, forged(name, 'x'), files));
  });

  if (!takesFiles(name)) {
    test('takes no files', async () => {
      expectRefusal(await unreachable(page, name, forged(name, 'x'), [{ path: '/etc/passwd' }]));
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
        forged(name, id),
        takesFiles(name) ? [{ path: '/nowhere' }] : undefined,
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
    const form = { ...forged('connections.add', 'x'), apiKey: { 'sk-1234': 'sk-1234' }, 'sk-1234': 1 };
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

/** An input of the right form, about things that do not exist: this is every id in it, and every text. */
function forged(name: CallName, id: string): Record<string, unknown> {
  const ids = partsOf(name)
    .filter((part) => isId(part) || part === 'after' || part === 'exceptOf')
    .map((part) => [part, part.endsWith('Ids') ? [id] : id]);
  const form = { name: id, serverUrl: 'http://127.0.0.1:9', teamId: id, apiKey: id };
  return inputOf(name, {
    ...harmless,
    ...form,
    form: { ...form, maxFileBytes: 1024, rateLimit: null },
    'app.dismissNotice notice': id,
    'app.pageFailed name': id,
    'batches.change change': { name: id },
    'bulk.apply batch': { is: 'existing', batchId: id },
    'drafts.change change': { fields: { version: id } },
    'matching.make choices': [{ index: 0, target: { to: 'draft', draftId: id } }],
    batchName: id,
    change: { change: 'branch', branchId: id },
    key: id,
    seen: id,
    stack: id,
    text: id,
    value: id,
    what: id,
    ...Object.fromEntries(ids),
  });
}
