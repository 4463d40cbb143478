import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failedCallIn } from '../../electron/diagnostics/failed-call.ts';
import type { Log } from '../../electron/diagnostics/log.ts';
import { openLog } from '../../electron/diagnostics/log-file.ts';
import { bindCalls } from '../../electron/dispatch.ts';
import type { IncomingFile } from '../../electron/model/incoming-file.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { publish, type RunningApp, runApp } from '../support/running-app.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** The app with its log, after it has published one release, met a failure, and was changed by hand. */
async function usedApp(): Promise<RunningApp & { logged: () => string }> {
  const folder = tempFolder();
  const clock = createFakeClock();
  const app = await runApp({ folder, clock, log: openLog(folder, clock) });
  const { handlers } = app.services;
  await handlers['licenses.refresh'](
    { connectionId: app.connection.id, productId: app.releases[0]?.productId ?? '' },
    [],
  );
  const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });
  await publish(app, draft);
  return { ...app, logged: () => readFileSync(join(folder, 'logs', 'app.log'), 'utf8') };
}

const page = { isWindow: true, isTopFrame: true, origin: 'app://lukittu' };

/** Calls as the window makes them, each failure written down as the app does it. */
function callsOf({ services, folder, clock }: RunningApp) {
  const dispatch = bindCalls(
    services.handlers,
    page.origin,
    () => undefined,
    failedCallIn(openLog(folder, clock)),
  );
  return (name: string, input: unknown, files?: IncomingFile[]) => dispatch(page, name, input, files);
}

async function lastErrorsOf({ services }: RunningApp): Promise<string> {
  const { text } = await services.handlers['app.diagnostics']({}, []);
  return /^Last errors\n((?: .*\n)*)/m.exec(text)?.[1] ?? '';
}

/** What the log has of a job that goes well. */
function logJob(log: Log, job: string): void {
  for (const state of ['queued', 'reading', 'checking', 'sending', 'answering', 'finding-out', 'verified']) {
    log.info('job', {
      job,
      connection: '2f5e0d7c-9a51-4c0b-8a94-6a3d1f0e7b21',
      release: 'c1a7d9e2-55b3-4f6e-9d0a-0b8e4c2f7a13',
      state,
      attempt: 1,
      failure: null,
      status: null,
    });
  }
}

/** Everything of the team that is nobody else's business. */
function secretsOf({ demo, connection }: RunningApp): string[] {
  const team = demo.state.teams.get(demo.teamId);
  if (!team) throw new Error('the demo server has lost its team');
  return [
    demo.apiKey,
    connection.name,
    ...[...team.licenses.values()].map(({ licenseKey }) => licenseKey),
    ...[...team.customers.values()].flatMap(({ fullName, username, email }) => [fullName, username, email]),
    ...[...team.products.values()].map(({ name }) => name),
  ].filter((text) => text !== null);
}

describe('the log', () => {
  test('tells of the start, the connection by its id and server, and of each job from state to state', async () => {
    const app = await usedApp();
    const lines = app
      .logged()
      .trim()
      .split('\n')
      .map((line) => line.slice('2026-01-01T12:00:00.000Z '.length));
    expect(lines[0]).toMatch(
      /^info {2}start version=0\.0\.0 platform=test runtime=node node=24\.\S+ keyring=true$/,
    );
    expect(lines).toContain(
      `info  connection is=added connection=${app.connection.id} origin=${app.demo.origin} key=keyring`,
    );
    const states = lines.flatMap((line) => / job .*state=(\S+)/.exec(line)?.[1] ?? []);
    expect(states).toEqual([
      'queued',
      'reading',
      'checking',
      'sending',
      'answering',
      'finding-out',
      'verified',
    ]);
  });

  test('tells of failures by their kind and status', async () => {
    const app = await usedApp();
    app.demo.faults.add({
      at: 'answer',
      effect: { kind: 'answer', status: 500, details: 'the key of Anna is sk-1234' },
    });
    const connectionId = app.connection.id;
    await expect(app.services.handlers['products.refresh']({ connectionId }, [])).rejects.toThrow();
    expect(app.logged()).toMatch(
      new RegExp(`warn  request connection=${connectionId} failure=server-error status=500\n`),
    );
    expect(app.logged()).not.toMatch(/Anna|sk-1234/);
  });

  test('holds no key, no license key and no name', async () => {
    const app = await usedApp();
    const secrets = secretsOf(app);
    expect(secrets.length).toBeGreaterThan(50);
    expect(secrets.filter((secret) => app.logged().includes(secret))).toEqual([]);
  });

  test('writes of an error of the page its class and its places, and nothing that it says', async () => {
    const app = await usedApp();
    const before = app.logged().length;
    const stack = [
      'TypeError: cannot read 1.0.0-secret',
      `    at send (app://lukittu/assets/index.js?key=${app.demo.apiKey}:1:2)`,
      '2026-01-01T12:00:00.000Z error forged is=made-up',
    ].join('\n');
    const fail = app.services.handlers['app.pageFailed'];
    await fail({ where: 'script', name: 'TypeError', stack }, []);
    await fail(
      { where: 'script', name: 'Error\n2026-01-01T12:00:00.000Z error forged is=made-up', stack: '' },
      [],
    );
    const written = app.logged().slice(before);
    expect(written).toContain('where="page script" error=TypeError');
    expect(written).toContain('at send (app://lukittu/assets/index.js?key=');
    expect(written).not.toMatch(/secret|^\S+ error forged/m);
    expect(written).not.toContain(app.demo.apiKey);
  });

  test('takes no more than a hundred errors of one page', async () => {
    const app = await usedApp();
    const fail = app.services.handlers['app.pageFailed'];
    for (let count = 0; count < 1000; count += 1)
      await fail({ where: 'script', name: 'Error', stack: '' }, []);
    expect(app.logged().split('where="page script"')).toHaveLength(101);
  });
});

describe('the diagnostics', () => {
  test('say what a report needs', async () => {
    const app = await usedApp();
    await app.services.handlers['app.remember']({ key: 'split', value: '0.4' }, []);
    await app.services.handlers['app.pageFailed'](
      { where: 'drawing', name: 'TypeError', stack: 'TypeError: x\n    at draw (app://lukittu/a.js:1:2)' },
      [],
    );
    const { text } = await app.services.handlers['app.diagnostics']({}, []);
    for (const expected of [
      'version: 0.0.0',
      /system: test \S+/,
      /Node 24\.\d+/,
      /SQLite 3\.\d+/,
      'keyring: available',
      'network: online',
      'split: 0.4',
      `${app.connection.id}: ${app.demo.origin}`,
      'key: keyring; files up to 10\u00a0MB; 5 in 300 s',
      /releases: \d\d, licenses: \d+, drafts: 0, batches: 0, jobs: 1, attempts: 1/,
      'jobs by state: 1 verified',
      /Last errors\n {2}\S+ error unforeseen where="page drawing" error=TypeError\n {6}at draw \(app:/,
      /state=verified/,
    ]) {
      expect(text).toMatch(expected);
    }
  });

  test('name each call of the window that failed, by its kind', async () => {
    const app = await usedApp();
    const call = callsOf(app);
    const { draft } = await app.edit(app.release('2.2.0'), {});
    const missing = join(app.folder, 'Anna', 'gone.jar');
    expect(await call('drafts.attach', { draftId: draft.id }, [{ path: missing }])).toMatchObject({
      ok: false,
      failure: { kind: 'file-unreadable' },
    });
    await call('drafts.attach', { draftId: draft.id }, [{ path: app.folder }]);
    await call('drafts.review', { draftId: 'no-draft' });
    const errors = await lastErrorsOf(app);
    expect(errors).toMatch(/ warn {2}call call=drafts\.attach failure=file-unreadable\n/);
    expect(errors).toMatch(/ warn {2}call call=drafts\.attach failure=file-rejected\n/);
    expect(errors).not.toMatch(/Anna|gone/);
  });

  test('do not take for an error what a person broke off, or corrects', async () => {
    const app = await usedApp();
    const call = callsOf(app);
    const typed = { serverUrl: 'ftp://example.com', teamId: 'no team', apiKey: '', name: '' };
    await call('connections.add', { ...typed, rateLimit: null, maxFileBytes: 1 });
    failedCallIn(openLog(app.folder))('imports.look', { kind: 'cancelled', status: null });
    expect(app.logged()).toMatch(/ info {2}call call=connections\.add failure=invalid-input\n/);
    expect(app.logged()).toMatch(/ info {2}call call=imports\.look failure=cancelled\n/);
    expect(await lastErrorsOf(app)).toBe('  none\n');
  });

  test('still name an error that a thousand jobs have come after', async () => {
    const app = await usedApp();
    const call = callsOf(app);
    const { draft } = await app.edit(app.release('2.2.0'), {});
    await call('drafts.attach', { draftId: draft.id }, [{ path: join(app.folder, 'gone.jar') }]);
    const log = openLog(app.folder);
    for (let job = 0; job < 1000; job += 1)
      logJob(log, `00000000-0000-4000-8000-${String(job).padStart(12, '0')}`);
    expect(readdirSync(join(app.folder, 'logs')).length).toBeGreaterThan(1);
    expect(await lastErrorsOf(app)).toMatch(/failure=file-unreadable\n$/);
  });

  test('keep nobody waiting while all that is kept is looked through', async () => {
    const folder = tempFolder();
    const log = openLog(folder);
    const files = join(folder, 'logs');
    let turns = 0;
    let next: NodeJS.Immediate | undefined;
    const count = (): void => {
      turns += 1;
      next = setImmediate(count);
    };
    const kept = async () => {
      const texts = await log.kept();
      next = setImmediate(count);
      return texts;
    };
    const { services } = await runApp({ folder, log: { ...log, kept } });
    for (let job = 0; readdirSync(files).length < 5; job += 1) logJob(log, String(job));
    await services.handlers['app.diagnostics']({}, []);
    clearImmediate(next);
    // One look at each file: how long each takes depends on what else the machine does.
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  test('hold no key, no license key and no name, even where the log did', async () => {
    const app = await usedApp();
    const folder = join(app.folder, 'logs');
    mkdirSync(folder, { recursive: true });
    const [license] = secretsOf(app).filter((text) => /^[A-Z0-9]{5}-/.test(text));
    openLog(app.folder).info('connection', {
      is: 'added',
      connection: license ?? '',
      origin: app.demo.apiKey,
      key: 'none',
    });
    const { text } = await app.services.handlers['app.diagnostics']({}, []);
    expect(secretsOf(app).filter((secret) => text.includes(secret))).toEqual([]);
    expect(readdirSync(folder)).toEqual(['app.log']);
  });

  test('are as short as a report may be, however much there is', async () => {
    const app = await usedApp();
    const log = openLog(app.folder);
    for (let count = 0; count < 20_000; count += 1)
      log.warn('call', { call: 'x'.repeat(100), failure: 'busy', status: null });
    const before = performance.now();
    const { text } = await app.services.handlers['app.diagnostics']({}, []);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(text.length).toBeLessThan(100_000);
    expect(statSync(join(app.folder, 'logs', 'app.log')).size).toBeLessThanOrEqual(1024 * 1024);
  });
});
