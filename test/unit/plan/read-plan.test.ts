import { describe, expect, test } from 'vitest';
import type { PlanEntry } from '../../../electron/model/plan.ts';
import { readPlan } from '../../../electron/plan/read-plan.ts';
import { bytesOf, exampleEntry, examplePlan } from '../../support/plans.ts';

const artifact = { name: 'app.zip', sha256: 'A'.repeat(64), size: 12, path: 'artifacts/app.zip' };
const replacing = (change: object): unknown => ({
  ...examplePlan(),
  entries: [{ ...exampleEntry(), file: { kind: 'replace', artifact: { ...artifact, ...change } } }],
});
const withEntry = (change: object): unknown => ({
  ...examplePlan(),
  entries: [{ ...exampleEntry(), ...change }],
});
const problemsOf = (plan: unknown) => readPlan(bytesOf(plan)).problems;

describe('a plan that is sound', () => {
  test('is read as it stands, with what may be left out filled in', () => {
    const { names: _names, ...written } = examplePlan({
      entries: [
        exampleEntry({ fields: { version: '1.4.1', metadata: [{ key: 'a', value: 'b', locked: false }] } }),
      ],
    });
    const text = JSON.stringify(written).replace(',"locked":false', '');
    const { plan } = readPlan(Buffer.from(`\ufeff${text}`));
    expect(plan).toEqual({ ...written, names: {} });
  });

  test('may say for editors which schema it follows', () => {
    expect(problemsOf({ $schema: '../docs/plan-file.schema.json', ...examplePlan() })).toEqual([]);
  });

  test('is brought into one spelling: server, time and hashes', () => {
    const { plan } = readPlan(
      bytesOf({
        ...examplePlan(),
        connection: { ...examplePlan().connection, serverUrl: 'https://APP.lukittu.com/' },
        batch: { name: 'Winter', onFailure: 'go-on', startAt: '2026-12-01T08:00:00+02:00' },
        entries: [{ ...exampleEntry(), file: { kind: 'replace', artifact } }],
      }),
    );
    expect(plan?.connection.serverUrl).toBe('https://app.lukittu.com');
    expect(plan?.batch.startAt).toBe('2026-12-01T06:00:00.000Z');
    expect(plan?.entries[0]?.file).toMatchObject({ artifact: { sha256: 'a'.repeat(64) } });
  });
});

test('an id of a plan is as long as a draft can have it, also once it is written small', () => {
  const fields = (branchId: string) => withEntry({ fields: { branchId } });
  const { plan } = readPlan(bytesOf(fields('İ'.repeat(100))));
  expect(plan?.entries[0]?.fields.branchId).toHaveLength(200);
  expect(problemsOf(fields('İ'.repeat(101)))).toEqual([
    expect.objectContaining({ entry: 1, field: 'fields.branchId' }),
  ]);
});

describe('a plan that is not', () => {
  const cases: [
    string,
    unknown,
    { entry: number | null; field: string; message: RegExp; remedy?: RegExp },
  ][] = [
    [
      'an unknown field',
      { ...examplePlan(), apiKey: 'x' },
      { entry: null, field: 'apiKey', message: /no field "apiKey"/ },
    ],
    [
      'an unknown field of an entry',
      withEntry({ fields: { latest: true } }),
      { entry: 1, field: 'fields.latest', message: /no field "latest"/, remedy: /spelling/ },
    ],
    [
      'a wrong type',
      withEntry({ fields: { version: 14 } }),
      { entry: 1, field: 'fields.version', message: /It is a number/, remedy: /Write a text/ },
    ],
    [
      'a wrong value',
      withEntry({ fields: { status: 'published' } }),
      {
        entry: 1,
        field: 'fields.status',
        message: /"published" is not possible/,
        remedy: /"PUBLISHED" or "DRAFT"/,
      },
    ],
    [
      'a missing field',
      { ...examplePlan(), batch: { name: 'x', startAt: null } },
      { entry: null, field: 'batch.onFailure', message: /missing/, remedy: /"stop" or "go-on"/ },
    ],
    [
      'a file intent that does not exist',
      withEntry({ file: { kind: 'delete' } }),
      { entry: 1, field: 'file.kind', message: /"delete"/, remedy: /"keep", "remove" or "replace"/ },
    ],
    [
      'an id that is none',
      withEntry({ releaseId: '42' }),
      { entry: 1, field: 'releaseId', message: /"42"/, remedy: /Write a UUID/ },
    ],
    [
      'a time that is none',
      { ...examplePlan(), batch: { ...examplePlan().batch, startAt: 'tomorrow' } },
      { entry: null, field: 'batch.startAt', message: /"tomorrow"/, remedy: /2026-01-31T18:00:00Z/ },
    ],
    [
      'no entries',
      { ...examplePlan(), entries: [] },
      { entry: null, field: 'entries', message: /has no entries/ },
    ],
    [
      'a later version',
      { ...examplePlan(), schemaVersion: 2 },
      { entry: null, field: 'schemaVersion', message: /version 2; this app reads version 1/ },
    ],
    ['something else altogether', [1, 2], { entry: null, field: '', message: /a list/, remedy: /an object/ }],
    ['null', null, { entry: null, field: '', message: /null/ }],
    [
      'a server that would get the key in the clear',
      { ...examplePlan(), connection: { ...examplePlan().connection, serverUrl: 'http://example.com' } },
      { entry: null, field: 'connection.serverUrl', message: /unencrypted/ },
    ],
    [
      'a new release with a base',
      withEntry({ releaseId: null }),
      { entry: 1, field: 'base', message: /no base/ },
    ],
    [
      'a new release without a version',
      withEntry({ releaseId: null, base: null, fields: {} }),
      { entry: 1, field: 'fields.version', message: /needs a version/ },
    ],
    [
      'a size with a fraction',
      replacing({ size: 1.5 }),
      { entry: 1, field: 'file.artifact.size', message: /number/, remedy: /whole number/ },
    ],
    [
      'a size beyond all numbers',
      replacing({ size: 1e300 }),
      { entry: 1, field: 'file.artifact.size', message: /too large/ },
    ],
    [
      'a size of more than a terabyte',
      replacing({ size: 1024 ** 4 + 1 }),
      { entry: 1, field: 'file.artifact.size', message: /too large/ },
    ],
    [
      'a path of more than 1,000 characters',
      replacing({ path: 'a'.repeat(1001) }),
      { entry: 1, field: 'file.artifact.path', message: /too long/, remedy: /1,?000/ },
    ],
    [
      'a hash that is none',
      replacing({ sha256: 'abc' }),
      { entry: 1, field: 'file.artifact.sha256', message: /"abc"/, remedy: /64 hexadecimal digits/ },
    ],
    [
      'a name that is a path',
      replacing({ name: '../app.zip' }),
      { entry: 1, field: 'file.artifact.name', message: /without a folder/ },
    ],
    [
      'a name that reads backwards',
      replacing({ name: 'app\u202Epiz.exe' }),
      { entry: 1, field: 'file.artifact.name', message: /do not show/ },
    ],
  ];

  test.each(cases)(
    '%s is refused, with its place and a remedy',
    (_what, plan, { entry, field, message, remedy }) => {
      const [problem, ...more] = problemsOf(plan);
      expect(problem).toMatchObject({ kind: 'form', entry, field });
      expect(problem?.message).toMatch(message);
      expect(problem?.remedy).toMatch(remedy ?? /\S/);
      expect(more).toEqual([]);
    },
  );

  test.each([
    '/etc/passwd',
    'C:/Windows/win.ini',
    'c:app.zip',
    '../app.zip',
    'a/../../app.zip',
    'a/./b.zip',
    'a//b.zip',
    'a/',
    'artifacts\\app.zip',
    '\\\\server\\share\\app.zip',
    'NUL',
    'artifacts/com1.zip',
    'aux.tar.gz',
    'CONOUT$',
    'a/b.zip:stream',
    'app.zip.',
    'app.zip ',
    'a\u0000b.zip',
    'a\nb.zip',
    'a/\u202Eb.zip',
    'a*.zip',
  ])('the path %j is refused', (path) => {
    expect(problemsOf(replacing({ path }))).toMatchObject([
      { entry: 1, version: '1.4.0', field: 'file.artifact.path', remedy: expect.stringContaining('folder') },
    ]);
  });

  test.each(['app.zip', 'artifacts/ä ö/コンソール.jar', '.hidden/..app', 'console.jar', 'com10.zip'])(
    'the path %j is taken',
    (path) => {
      expect(problemsOf(replacing({ path }))).toEqual([]);
    },
  );

  test('a path and a size that are as large as they may be are taken', () => {
    expect(problemsOf(replacing({ path: 'a'.repeat(1000), size: 1024 ** 4 }))).toEqual([]);
  });

  test('two entries of one release are refused, also of one to be created', () => {
    const fresh: PlanEntry = exampleEntry({ releaseId: null, base: null, fields: { version: '2.0.0' } });
    const plan = examplePlan({ entries: [exampleEntry(), fresh, exampleEntry(), fresh] });
    expect(problemsOf(plan)).toMatchObject([
      { entry: 3, field: 'releaseId', message: 'It is about the same release as entry 1.' },
      { entry: 4, field: 'fields.version', message: 'It is about the same release as entry 2.' },
    ]);
  });

  test('names every problem at once, and the entries by their versions', () => {
    const plan = {
      ...examplePlan(),
      entries: [
        { ...exampleEntry(), fields: { version: '1.4.1', status: 'GONE' } },
        { ...exampleEntry(), productId: 'x' },
      ],
    };
    expect(problemsOf(plan)).toMatchObject([
      { entry: 1, version: '1.4.1', field: 'fields.status' },
      { entry: 2, version: '1.4.0', field: 'productId' },
    ]);
  });

  test('says of a thousand problems the first hundred', () => {
    const entries = Array.from({ length: 1000 }, () => ({ ...exampleEntry(), productId: 1 }));
    const problems = problemsOf({ ...examplePlan(), entries });
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toBe('There are 900 problems more.');
  });

  test('does not repeat more of what it holds than a person can read', () => {
    const [problem] = problemsOf(withEntry({ fields: { status: 'x'.repeat(10_000) } }));
    expect(problem?.message.length).toBeLessThan(120);
  });
});

describe('a file that is made to mislead or to do harm', () => {
  test('a key that is there twice is refused, however it is spelled', () => {
    const text = JSON.stringify(examplePlan()).replace(
      '"fields":{"status":"DEPRECATED"}',
      '"fields":{"status":"DRAFT",\n"st\\u0061tus":"DEPRECATED"}',
    );
    expect(readPlan(Buffer.from(text)).problems).toMatchObject([
      { entry: 1, field: 'fields.status', message: 'It is there twice (line 2).' },
    ]);
  });

  test('the same key in different objects, and colons in texts, are no harm', () => {
    const metadata = [
      { key: 'status', value: '{"a":1,"a":2}', locked: false },
      { key: 'status', value: 'a: "b"', locked: true },
    ];
    expect(problemsOf(withEntry({ fields: { metadata } }))).toEqual([]);
  });

  test('a million arrays in one another are refused at once', () => {
    const started = performance.now();
    const bytes = Buffer.from(`{"entries":${'['.repeat(5_000_000)}`);
    expect(readPlan(bytes).problems).toMatchObject([
      { message: expect.stringContaining('nested too deeply') },
    ]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('twelve arrays in one another are not too deep, thirteen are', () => {
    const messageOf = (depth: number) =>
      readPlan(Buffer.from(`${'['.repeat(depth)}${']'.repeat(depth)}`)).problems[0]?.message;
    expect(messageOf(12)).not.toMatch(/nested/);
    expect(messageOf(13)).toMatch(/nested too deeply/);
  });

  test('millions of empty objects are refused before they are built', () => {
    const bytes = Buffer.from(`{"entries":[${'{},'.repeat(2_000_000)}{}]}`);
    expect(readPlan(bytes).problems).toMatchObject([{ message: 'It has too many parts.' }]);
  });

  test('an object with no end of fields is refused', () => {
    const names = Array.from({ length: 60_000 }, (_, index) => `"k${index}":""`).join(',');
    expect(readPlan(Buffer.from(`{"names":{${names}}}`)).problems).toMatchObject([
      { field: 'names', message: 'It has too many fields.' },
    ]);
  });

  test('more than 32 MB are not even looked at', () => {
    expect(readPlan(new Uint8Array(33 * 1024 * 1024)).problems).toMatchObject([
      { message: 'The file is larger than the 32 MB a plan can have.' },
    ]);
  });

  test('"__proto__" reaches nothing', () => {
    const text = JSON.stringify(examplePlan()).replace('"names":{}', '"names":{"__proto__":{"entries":[]}}');
    const { plan } = readPlan(Buffer.from(text));
    expect(plan === null || Object.getPrototypeOf(plan.names) === Object.prototype).toBe(true);
    const entry = JSON.stringify(examplePlan()).replace('"kind":"keep"', '"kind":"keep","__proto__":{"x":1}');
    expect(readPlan(Buffer.from(entry)).problems).toMatchObject([{ entry: 1, field: 'file.__proto__' }]);
  });

  test.each([
    ['nothing', '', 'It is not JSON.'],
    ['half a file', '{"schemaVersion": 1,\n "connection": {', 'It is not JSON (line 2, column 17).'],
    ['a comment', '{\n// mine\n"schemaVersion": 1}', 'It is not JSON (line 2, column 1).'],
  ])('%s is no JSON, and it is said where', (_what, text, message) => {
    expect(readPlan(Buffer.from(text)).problems).toMatchObject([{ entry: null, message }]);
  });

  test('bytes that are no UTF-8 are refused, not repaired', () => {
    expect(readPlan(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])).problems).toMatchObject([
      { message: 'The file is not text in UTF-8.' },
    ]);
  });
});
