import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Attempt } from '../../electron/model/attempt.ts';
import { publish, type RunningApp, runApp } from '../support/running-app.ts';
import { tempFolder } from '../support/temp-folder.ts';

const size = 1000;

/** Puts a new file of 1,000 bytes on a draft of this version. */
async function drop(app: RunningApp, version: string, name: string) {
  const { handlers } = app.services;
  const { items } = await handlers['releases.list'](
    { connectionId: app.connection.id, productId: app.release(version).productId },
    [],
  );
  const release = items.find((each) => each.version === version) ?? app.release(version);
  const path = join(tempFolder(), name);
  writeFileSync(path, randomBytes(size));
  const { draft } = await app.edit(release, {});
  return handlers['drafts.attach']({ draftId: draft.id }, [{ path }]);
}

/** Publishes so many files on one release, each a minute after the one before. */
async function publishFiles(app: RunningApp, ...names: string[]): Promise<void> {
  for (const name of names) {
    await publish(app, (await drop(app, '2.2.0', name)).draft);
    await app.clock.advance(60_000);
  }
}

async function attemptOf(app: RunningApp, file: string): Promise<Attempt> {
  const { handlers } = app.services;
  const all = await handlers['history.list']({ connectionId: app.connection.id, text: file, limit: 100 }, []);
  const found = all.find(({ sent }) => sent.artifact?.name === file);
  if (!found) throw new Error(`nothing with ${file} was sent`);
  return found;
}

/** Copies that came in just now stay for ten minutes. */
const settle = (app: RunningApp): Promise<void> => app.clock.advance(11 * 60_000);

const setLimit = (app: RunningApp, limitBytes: number, commit = true) =>
  app.services.handlers['vault.limit']({ limitBytes, commit }, []);

const copies = ({ folder }: RunningApp): number => readdirSync(join(folder, 'artifacts')).length;

test('the room is told apart: what drafts and the queue need, and what is kept of the past', async () => {
  const app = await runApp();
  await publishFiles(app, 'one.zip', 'two.zip');
  await drop(app, '2.1.0', 'draft.zip');
  const jobs = await app.services.handlers['jobs.list']({ connectionId: app.connection.id }, []);
  expect(jobs.map(({ state }) => state.at)).toEqual(['verified', 'verified']);
  expect(await app.services.handlers['vault.usage']({}, [])).toEqual({
    neededBytes: size,
    historyBytes: 2 * size,
    limitBytes: 2 * 1024 ** 3,
    letGo: [],
  });
});

test('a lower limit says first what it would delete, and deletes the oldest when it is set', async () => {
  const app = await runApp();
  await publishFiles(app, 'one.zip', 'two.zip', 'three.zip');
  await drop(app, '2.1.0', 'draft.zip');
  await settle(app);

  expect(await setLimit(app, 2500, false)).toMatchObject({ files: 1, bytes: size });
  expect(copies(app)).toBe(4);
  const { usage } = await setLimit(app, 2500);
  expect(usage).toMatchObject({ neededBytes: size, historyBytes: 2 * size, limitBytes: 2500 });
  expect(usage.letGo).toMatchObject([{ name: 'one.zip', version: '2.2.0', size }]);
  expect(copies(app)).toBe(3);
  expect(app.notices.at(-1)).toBe(
    'To stay within 2.4\u00a0KB, the app has deleted its copy of a file sent before: one.zip (2.2.0). ' +
      'It can no longer be put back from here. See the settings.',
  );
});

test('a file that was sent for two releases goes under the name and version it was sent with last', async () => {
  const app = await runApp();
  const path = join(tempFolder(), 'old-name.zip');
  writeFileSync(path, randomBytes(size));
  for (const [version, name] of [
    ['2.1.0', 'old-name.zip'],
    ['2.0.2', 'new-name.zip'],
  ] as const) {
    const { draft } = await app.edit(app.release(version), {});
    const file = { name, bytes: new Uint8Array(readFileSync(path)) };
    await publish(app, (await app.services.handlers['drafts.attach']({ draftId: draft.id }, [file])).draft);
    await app.clock.advance(60_000);
  }
  await settle(app);
  const { usage } = await setLimit(app, 0);
  expect(usage.letGo).toMatchObject([{ name: 'new-name.zip', version: '2.0.2' }]);
});

test('what a draft or a job needs stays, however low the limit is', async () => {
  const app = await runApp();
  await publishFiles(app, 'one.zip');
  const { draft } = await drop(app, '2.1.0', 'draft.zip');
  app.demo.faults.add({ method: 'GET', times: 'always', at: 'arrival', effect: { kind: 'drop' } });
  const queued = await drop(app, '2.0.2', 'queued.zip');
  await app.services.handlers['jobs.publish']({ draftId: queued.draft.id }, []);
  await settle(app);

  expect(await setLimit(app, 0)).toMatchObject({
    files: 1,
    usage: { neededBytes: 2 * size, historyBytes: 0 },
  });
  const review = await app.services.handlers['drafts.review']({ draftId: draft.id }, []);
  expect(review.findings.filter(({ severity }) => severity === 'blocks')).toEqual([]);
});

test('the history says what became of the files of an attempt, and what restoring would do', async () => {
  const app = await runApp();
  const { handlers } = app.services;
  await publishFiles(app, 'one.zip', 'two.zip', 'three.zip');
  await settle(app);
  const [two, three] = [await attemptOf(app, 'two.zip'), await attemptOf(app, 'three.zip')];
  expect(await handlers['history.fate']({ attemptId: two.id }, [])).toEqual({
    sent: 'kept',
    sentLetGoAt: null,
    restores: 'copy',
    beforeLetGoAt: null,
  });

  await setLimit(app, 2 * size);
  const at = new Date(app.clock.now()).toISOString();
  expect(await handlers['history.fate']({ attemptId: two.id }, [])).toEqual({
    sent: 'kept',
    sentLetGoAt: null,
    restores: 'no-copy',
    beforeLetGoAt: at,
  });
  const one = await attemptOf(app, 'one.zip');
  expect(await handlers['history.fate']({ attemptId: one.id }, [])).toMatchObject({
    sent: 'gone',
    sentLetGoAt: at,
    restores: 'no-copy',
    // The file before it was never sent from here.
    beforeLetGoAt: null,
  });

  const { review, notes } = await handlers['history.restore']({ attemptId: three.id }, []);
  expect(notes).toEqual([]);
  expect(review.draft.file).toMatchObject({ kind: 'replace', artifact: { name: 'two.zip' } });
  await publish(app, review.draft);
  const onServer = [...app.demo.state.teams.values()].flatMap((team) => [...team.releases.values()]);
  expect(onServer.find(({ id }) => id === three.releaseId)?.file?.name).toBe('two.zip');
});

test('a copy that disappeared by other hands is missed without being called let go of', async () => {
  const app = await runApp();
  await publishFiles(app, 'one.zip', 'two.zip');
  const one = await attemptOf(app, 'one.zip');
  rmSync(join(app.folder, 'artifacts', one.sent.artifact?.sha256 ?? ''));
  expect(await app.services.handlers['history.fate']({ attemptId: one.id }, [])).toMatchObject({
    sent: 'gone',
    sentLetGoAt: null,
  });
  await setLimit(app, 0);
  expect((await app.services.handlers['vault.usage']({}, [])).letGo).not.toContainEqual(
    expect.objectContaining({ name: 'one.zip' }),
  );
});

test('the limit holds by itself, and over a restart', async () => {
  const app = await runApp();
  await setLimit(app, size);
  await publishFiles(app, 'one.zip', 'two.zip', 'three.zip');
  await app.clock.advance(3_600_000);
  await app.notice('deleted its copies of 2 files sent before: two.zip (2.2.0), one.zip (2.2.0).');
  const again = await app.restart();
  const { limitBytes, letGo } = await again.services.handlers['vault.usage']({}, []);
  expect(limitBytes).toBe(size);
  expect(letGo.map(({ name }) => name).sort()).toEqual(['one.zip', 'two.zip']);
});

test('a copy that came in again is no longer among those let go of', async () => {
  const app = await runApp();
  const { handlers } = app.services;
  const path = join(tempFolder(), 'same.zip');
  writeFileSync(path, randomBytes(size));
  const { draft } = await app.edit(app.release('2.2.0'), {});
  await handlers['drafts.attach']({ draftId: draft.id }, [{ path }]);
  await publish(app, draft);
  await settle(app);
  expect((await setLimit(app, 0)).usage.letGo).toHaveLength(1);
  const other = await app.edit(app.release('2.1.0'), {});
  await handlers['drafts.attach']({ draftId: other.draft.id }, [{ path }]);
  expect((await handlers['vault.usage']({}, [])).letGo).toEqual([]);
});

test('a limit that is no number of bytes is not believed', async () => {
  const app = await runApp();
  await app.services.handlers['app.remember']({ key: 'vault-limit', value: '-5' }, []);
  expect(await app.services.handlers['vault.usage']({}, [])).toMatchObject({ limitBytes: 2 * 1024 ** 3 });
});
