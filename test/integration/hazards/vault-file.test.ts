import { createHash, randomBytes } from 'node:crypto';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../electron/model/draft.ts';
import type { Job } from '../../../electron/model/job.ts';
import { addressOf, replacing, run, startTeam, writePlan } from '../../support/headless.ts';
import { publish, type RunningApp, runApp } from '../../support/running-app.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const size = 200_000;

interface Dropped {
  readonly app: RunningApp;
  readonly draft: Draft;
  /** What was dropped, and where the app keeps its copy. */
  readonly bytes: Buffer;
  readonly copy: string;
}

/** A file that was dropped on a release. */
async function drop(name = 'app.zip', app?: RunningApp): Promise<Dropped> {
  const running = app ?? (await runApp());
  const bytes = randomBytes(size);
  const path = join(tempFolder(), name);
  writeFileSync(path, bytes);
  const { handlers } = running.services;
  const { items } = await handlers['releases.list'](
    { connectionId: running.connection.id, productId: running.release('2.2.0').productId },
    [],
  );
  const release = items.find(({ version }) => version === '2.2.0') ?? running.release('2.2.0');
  const open = await running.edit(release, {});
  const { draft } = await handlers['drafts.attach']({ draftId: open.draft.id }, [{ path }]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { app: running, draft, bytes, copy: join(running.folder, 'artifacts', sha256) };
}

const alter = ({ copy }: Dropped): void => writeFileSync(copy, randomBytes(size));
const lose = ({ copy }: Dropped): void => rmSync(copy);
const shorten = ({ copy }: Dropped): void => truncateSync(copy, size / 2);

const sent = ({ demo }: RunningApp) => demo.requests.filter(({ method }) => method === 'PUT');
const onServer = ({ demo }: RunningApp) =>
  [...demo.state.teams.values()]
    .flatMap((team) => [...team.releases.values()])
    .find(({ version }) => version === '2.2.0');

const start = async ({ app, draft }: Dropped): Promise<Job> =>
  app.services.handlers['jobs.publish']({ draftId: draft.id }, []);

describe('the vault’s file is missing or altered', () => {
  test.each([
    ['missing', lose],
    ['cut short', shorten],
  ])(
    'at the start of the app, %s: the draft says so and cannot be sent, and dropping it again mends it',
    async (_, spoil) => {
      const dropped = await drop();
      const { app, draft } = dropped;
      await app.services.close();
      spoil(dropped);
      const again = await app.restart();
      const { findings } = await again.services.handlers['drafts.review']({ draftId: draft.id }, []);
      const [finding] = findings.filter(({ severity }) => severity === 'blocks');
      expect(finding).toMatchObject({ part: 'file', message: expect.stringContaining('copy') });
      await expect(async () =>
        again.services.handlers['jobs.publish']({ draftId: draft.id }, []),
      ).rejects.toMatchObject({ failure: { kind: 'invalid-input', fields: [{ path: 'file' }] } });
      expect(sent(again)).toEqual([]);

      const path = join(tempFolder(), 'app.zip');
      writeFileSync(path, dropped.bytes);
      await again.services.handlers['drafts.attach']({ draftId: draft.id }, [{ path }]);
      await publish(again, draft);
      expect(again.demo.object(onServer(again)?.file?.key ?? '')?.equals(dropped.bytes)).toBe(true);
    },
  );

  test('while a draft is saved: the change is saved all the same', async () => {
    const dropped = await drop();
    lose(dropped);
    const { draft } = await dropped.app.services.handlers['drafts.change'](
      { draftId: dropped.draft.id, change: { fields: { status: 'DEPRECATED' } } },
      [],
    );
    expect(draft).toMatchObject({ fields: { status: 'DEPRECATED' }, file: { kind: 'replace' } });
  });

  test('while the same file is dropped again: the altered copy is mended', async () => {
    const dropped = await drop();
    const { app, draft, bytes } = dropped;
    alter(dropped);
    const path = join(tempFolder(), 'again.zip');
    writeFileSync(path, bytes);
    await app.services.handlers['drafts.attach']({ draftId: draft.id }, [{ path }]);
    await publish(app, draft);
    expect(app.demo.object(onServer(app)?.file?.key ?? '')?.equals(bytes)).toBe(true);
  });

  test.each([
    ['altered', alter, 'has been altered'],
    ['missing', lose, 'is gone'],
  ])(
    'before the intent to publish is written, %s: it fails, nothing is sent, and the draft stays',
    async (_, spoil, said) => {
      const dropped = await drop();
      const { app, draft } = dropped;
      const before = structuredClone(onServer(app));
      const reading = app.demo.faults.add({ method: 'GET', at: 'answer', effect: { kind: 'pause' } });
      const { id } = await start(dropped);
      await reading.reached;
      spoil(dropped);
      reading.resume();
      const { state } = await app.until(id, 'failed');
      expect(state).toMatchObject({
        failure: { message: expect.stringContaining(said), remedy: 'Drop the file on the release again.' },
      });
      expect(sent(app)).toEqual([]);
      expect(onServer(app)).toEqual(before);
      expect((await app.services.handlers['drafts.review']({ draftId: draft.id }, [])).draft.file.kind).toBe(
        'replace',
      );
    },
  );

  test('between its check and its sending: it is seen to have been written to, and not sent', async () => {
    const dropped = await drop();
    const { app } = dropped;
    const before = structuredClone(onServer(app));
    // The file is read through first, then the server is asked whether the version is free: the draft renames it.
    await app.services.handlers['drafts.change'](
      { draftId: dropped.draft.id, change: { fields: { version: '2.2.0-next' } } },
      [],
    );
    const asking = app.demo.faults.add({ method: 'GET', nth: 2, at: 'answer', effect: { kind: 'pause' } });
    const { id } = await start(dropped);
    await asking.reached;
    alter(dropped);
    asking.resume();
    const { state } = await app.until(id, 'failed');
    expect(state).toMatchObject({ failure: { message: 'The app’s copy of the file has been altered.' } });
    expect(sent(app).filter(({ applied }) => applied)).toEqual([]);
    expect(onServer(app)).toEqual(before);
  });

  test('after the request has left: what was sent is what is verified', async () => {
    const dropped = await drop();
    const { app, bytes } = dropped;
    const working = app.demo.faults.add({ method: 'PUT', at: 'received', effect: { kind: 'pause' } });
    const { id } = await start(dropped);
    await working.reached;
    lose(dropped);
    working.resume();
    await app.until(id, 'verified');
    expect(app.demo.object(onServer(app)?.file?.key ?? '')?.equals(bytes)).toBe(true);
  });

  test('when it would have to be sent again: it fails, and says that the file has to be dropped again', async () => {
    const dropped = await drop();
    const { app } = dropped;
    const dropping = app.demo.faults.add({
      method: 'PUT',
      at: 'body',
      bytes: 1000,
      effect: { kind: 'drop' },
    });
    const { id } = await start(dropped);
    await dropping.reached;
    lose(dropped);
    const job = await app.drive(id, 'failed');
    expect(job.state).toMatchObject({ failure: { kind: 'artifact-missing' } });
    expect(sent(app).filter(({ applied }) => applied)).toEqual([]);
  });

  test('in the history: putting it back says before and after that there is no copy', async () => {
    const first = await drop('first.zip');
    const { app } = first;
    await publish(app, first.draft);
    const second = await drop('second.zip', app);
    await publish(app, second.draft);
    lose(first);
    const { handlers } = app.services;
    const [attempt] = await handlers['history.list'](
      { connectionId: app.connection.id, text: '', limit: 1 },
      [],
    );
    const attemptId = attempt?.id ?? '';
    expect(await handlers['history.fate']({ attemptId }, [])).toMatchObject({ restores: 'no-copy' });
    const { notes } = await handlers['history.restore']({ attemptId }, []);
    expect(notes).toEqual([expect.stringContaining('This app has no copy of the earlier file, first.zip')]);
  });

  test('while a backup is made and the room is tidied: nothing else is harmed', async () => {
    const dropped = await drop();
    lose(dropped);
    await dropped.app.clock.advance(10_000);
    const { neededBytes } = await dropped.app.services.handlers['vault.usage']({}, []);
    expect(neededBytes).toBe(0);
    expect(dropped.app.notices).toEqual([]);
  });

  test('without a window: an altered file beside the plan is refused by its hash, and nothing is sent', async () => {
    const team = await startTeam(['7.0.0']);
    const content = randomBytes(size);
    const [release] = team.releases;
    const plan = writePlan(
      team,
      [
        {
          productId: team.productId,
          releaseId: release?.id ?? null,
          base: null,
          fields: {},
          file: replacing('app.zip', content),
        },
      ],
      { files: { 'app.zip': randomBytes(size) } },
    );
    const ran = await run(team, [plan, ...addressOf(team)]);
    expect(ran.code).toBe(2);
    expect(ran.text).toContain('app.zip');
    expect(team.demo.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });
});
