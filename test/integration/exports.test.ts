import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readCsv } from '../../electron/plan/read-csv.ts';
import { openPlanZip } from '../../electron/plan/read-plan-zip.ts';
import { batchesOf, begin, draftsOf, make } from '../support/imports.ts';
import { type RunningApp, runApp } from '../support/running-app.ts';
import { saverTo } from '../support/save-places.ts';
import { tempFolder } from '../support/temp-folder.ts';

async function open() {
  const folder = tempFolder();
  const saver = saverTo(folder);
  const app = await runApp({ places: saver });
  return { app, folder, saver };
}

/** A batch of a release with a new file, and of one with another status. */
async function batchIn(app: RunningApp) {
  const { handlers } = app.services;
  const [first, second] = app.releases.filter(({ latest }) => !latest);
  const jar = join(tempFolder(), 'claims-guard.jar');
  writeFileSync(jar, 'the bytes of a jar');
  const withFile = await app.edit(first ?? null, { fields: { status: 'DEPRECATED' } });
  await handlers['drafts.attach']({ draftId: withFile.draft.id }, [{ path: jar }]);
  const other = await app.edit(second ?? null, { fields: { status: 'ARCHIVED' } });
  const draftIds = [withFile.draft.id, other.draft.id];
  const batch = await handlers['batches.create'](
    { connectionId: app.connection.id, name: 'Winter / 2026', draftIds },
    [],
  );
  return { batch, versions: [first?.version, second?.version] };
}

const savePlan = async ({ services }: RunningApp, batchId: string, format: 'json' | 'zip') =>
  services.handlers['files.savePlan']({ batchId, format }, []);

/** What the drafts of an app say, files included, in a form that two apps can be compared by. */
const meaningOf = async (app: RunningApp) =>
  (await draftsOf(app))
    .map(({ releaseId, fields, file }) => ({
      releaseId,
      fields,
      file: file.kind === 'replace' ? [file.artifact.name, file.artifact.sha256] : file.kind,
    }))
    .sort((a, b) => (a.fields.version < b.fields.version ? -1 : 1));

describe('a batch that is saved', () => {
  test('as a ZIP is the same batch in another app that has none of its files', async () => {
    const { app, folder } = await open();
    const { batch } = await batchIn(app);
    const saved = await savePlan(app, batch.id, 'zip');
    expect(saved?.name).toBe('Winter-2026.zip');

    const other = await runApp({ demo: app.demo, clock: app.clock });
    const importId = await begin(other, { path: join(folder, 'Winter-2026.zip') });
    const { report } = await make(other, importId);
    expect(report.problems).toEqual([]);
    expect(await meaningOf(other)).toEqual(await meaningOf(app));
    expect(await batchesOf(other)).toMatchObject([{ name: 'Winter / 2026', onFailure: 'stop' }]);
  });

  test('as JSON names the files it does not hold, and is refused where they are not', async () => {
    const { app, folder } = await open();
    const { batch, versions } = await batchIn(app);
    const saved = await savePlan(app, batch.id, 'json');
    expect(saved?.name).toBe('Winter-2026.lukittu-plan');

    const other = await runApp({ demo: app.demo, clock: app.clock });
    const importId = await begin(other, { path: join(folder, 'Winter-2026.lukittu-plan') });
    const { report } = await make(other, importId);
    expect(report.problems).toMatchObject([
      { kind: 'artifact', entry: 1, version: versions[0], field: 'file.artifact' },
    ]);
    expect(await draftsOf(other)).toEqual([]);
  });

  test('tells how many bytes of the ZIP are written', async () => {
    const { app } = await open();
    const told: unknown[] = [];
    app.services.events.listen((name, payload) => {
      if (name === 'files.progress') told.push(payload);
    });
    const { batch } = await batchIn(app);
    await savePlan(app, batch.id, 'zip');
    const of = 2 * 'the bytes of a jar'.length;
    expect(told.at(0)).toEqual({ name: 'Winter-2026.zip', done: 0, of });
    expect(told.at(-1)).toEqual({ name: 'Winter-2026.zip', done: of, of });
  });

  test.each([
    ['before its first byte', 0],
    ['while it is written', 2 * 'the bytes of a jar'.length],
  ])('as a ZIP is stopped %s, and nothing of it is left', async (_when, at) => {
    const { app, folder } = await open();
    const { handlers, events } = app.services;
    const { batch } = await batchIn(app);
    events.listen((name, payload) => {
      if (name === 'files.progress' && payload.done === at) void handlers['files.stop']({}, []);
    });
    await expect(savePlan(app, batch.id, 'zip')).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
    expect(readdirSync(folder)).toEqual([]);
    expect(await savePlan(app, batch.id, 'json')).not.toBeNull();
  });

  test('is not, when its user decides against it', async () => {
    const { app, folder, saver } = await open();
    const { batch } = await batchIn(app);
    saver.answer = () => null;
    for (const format of ['json', 'zip'] as const) expect(await savePlan(app, batch.id, format)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('where it cannot be written says which file, and leaves nothing behind', async () => {
    const { app, folder, saver } = await open();
    const { batch } = await batchIn(app);
    mkdirSync(join(folder, 'plan.zip'));
    saver.answer = () => join(folder, 'plan.zip');
    for (const format of ['json', 'zip'] as const) {
      await expect(savePlan(app, batch.id, format)).rejects.toMatchObject({
        failure: { kind: 'no-access', message: 'plan.zip could not be written there.' },
      });
    }
    expect(readdirSync(folder)).toEqual(['plan.zip']);
  });

  test('names the file that the app has lost', async () => {
    const { app, folder } = await open();
    const { batch } = await batchIn(app);
    loseArtifacts(app);
    await expect(savePlan(app, batch.id, 'zip')).rejects.toMatchObject({
      failure: { kind: 'artifact-missing', message: expect.stringMatching(/^claims-guard\.jar: /) },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('holds no key, of the team or of a customer, in any form', async () => {
    const { app, folder } = await open();
    const { batch } = await batchIn(app);
    for (const format of ['json', 'zip'] as const) await savePlan(app, batch.id, format);
    const releaseIds = app.releases.map(({ id }) => id);
    const saved = await app.services.handlers['files.saveFields'](
      { connectionId: app.connection.id, draftIds: [], releaseIds },
      [],
    );
    const zip = await openPlanZip(join(folder, 'Winter-2026.zip'));
    onTestFinished(() => zip.close());
    const texts = [
      JSON.stringify(zip.read.plan),
      ...['Winter-2026.lukittu-plan', saved?.name ?? ''].map((name) =>
        readFileSync(join(folder, name), 'utf8'),
      ),
    ];
    const keys = [app.demo.apiKey, ...licenseKeysOn(app)];
    expect(keys.length).toBeGreaterThan(1);
    for (const text of texts) {
      expect(text).toContain(app.releases[0]?.productId);
      for (const key of keys) expect(text).not.toContain(key);
    }
  });

  test('is shown in its folder; nothing else is', async () => {
    const { app, folder, saver } = await open();
    const { handlers } = app.services;
    const { batch } = await batchIn(app);
    const saved = await savePlan(app, batch.id, 'json');
    await handlers['files.show']({ savedId: saved?.savedId ?? '' }, []);
    expect(saver.shown).toEqual([join(folder, 'Winter-2026.lukittu-plan')]);
    expect(() => handlers['files.show']({ savedId: batch.id }, [])).toThrow('no longer knows');
  });
});

describe('drafts that are saved as a plan', () => {
  const saveOf = async (app: RunningApp, draftIds: string[], format: 'json' | 'zip') =>
    app.services.handlers['files.savePlanOf'](
      { connectionId: app.connection.id, name: 'Some of them', draftIds, format },
      [],
    );

  test('come in again elsewhere as a batch, in the order that was given', async () => {
    const { app, folder } = await open();
    const [first, second, third] = app.releases.filter(({ latest }) => !latest);
    const drafts = [];
    for (const release of [first, second, third]) {
      drafts.push((await app.edit(release ?? null, { fields: { status: 'ARCHIVED' } })).draft.id);
    }
    const [a = '', , c = ''] = drafts;
    expect((await saveOf(app, [c, a], 'zip'))?.name).toBe('Some-of-them.zip');

    const other = await runApp({ demo: app.demo, clock: app.clock });
    const { report } = await make(other, await begin(other, { path: join(folder, 'Some-of-them.zip') }));
    expect(report.steps.map(({ version }) => version)).toEqual([third?.version, first?.version]);
    expect(await batchesOf(other)).toMatchObject([
      { name: 'Some of them', onFailure: 'stop', startAt: null },
    ]);
  });

  test('are refused where none of them is there, or more than a plan can have', async () => {
    const { app, saver } = await open();
    saver.answer = () => {
      throw new Error('asked');
    };
    await expect(saveOf(app, [app.connection.id], 'json')).rejects.toMatchObject({
      failure: { kind: 'not-known' },
    });
    const { draft } = await app.edit(app.releases[0] ?? null, { fields: { status: 'ARCHIVED' } });
    const many = Array.from({ length: 10_001 }, () => draft.id);
    await expect(saveOf(app, many, 'json')).rejects.toMatchObject({ failure: { kind: 'invalid-input' } });
  });
});

describe('fields that are saved', () => {
  test('are those of the draft where there is one, and of the server otherwise', async () => {
    const { app, folder } = await open();
    const [drafted, plain] = app.releases.filter(({ latest }) => !latest);
    if (!drafted || !plain) throw new Error('too few releases');
    await app.edit(drafted, { fields: { version: '9.9.9' } });
    const releaseIds = [plain.id, drafted.id];
    const saved = await app.services.handlers['files.saveFields'](
      { connectionId: app.connection.id, draftIds: [], releaseIds },
      [],
    );
    expect(saved?.name).toBe('Test-team.csv');
    const { rows } = await readCsv(readFileSync(join(folder, 'Test-team.csv')));
    expect(rows.map(({ releaseId, fields }) => [releaseId, fields.version])).toEqual([
      [plain.id, plain.version],
      [drafted.id, '9.9.9'],
    ]);
  });

  test('of a batch are in its order, in a file that is named after it', async () => {
    const { app, folder } = await open();
    const { handlers } = app.services;
    const draftIds: string[] = [];
    for (const release of app.releases.filter(({ latest }) => !latest).slice(0, 2)) {
      draftIds.unshift((await app.edit(release, { fields: { status: 'ARCHIVED' } })).draft.id);
    }
    const { id: connectionId } = app.connection;
    const batch = await handlers['batches.create']({ connectionId, name: 'Spring / 2026', draftIds }, []);
    const saved = await handlers['files.saveFieldsOfBatch']({ batchId: batch.id }, []);
    expect(saved?.name).toBe('Spring-2026.csv');
    const { rows } = await readCsv(readFileSync(join(folder, 'Spring-2026.csv')));
    const drafts = await handlers['drafts.some']({ draftIds }, []);
    expect(rows.map(({ releaseId }) => releaseId)).toEqual(drafts.map((draft) => draft.releaseId));

    await handlers['drafts.discardAll']({ draftIds }, []);
    await expect(async () =>
      handlers['files.saveFieldsOfBatch']({ batchId: batch.id }, []),
    ).rejects.toMatchObject({ failure: { kind: 'not-known' } });
  });

  test('are written as the spreadsheets of their user’s region read them, and are the same fields', async () => {
    const { app, folder, saver } = await open();
    const { handlers } = app.services;
    const releaseIds = app.releases.map(({ id }) => id);
    const read = async (locale: string) => {
      saver.locale = locale;
      saver.answer = () => join(folder, `${locale}.csv`);
      await handlers['files.saveFields']({ connectionId: app.connection.id, draftIds: [], releaseIds }, []);
      const bytes = readFileSync(join(folder, `${locale}.csv`));
      return { text: bytes.toString(), ...(await readCsv(bytes)) };
    };
    const finnish = await read('fi-FI');
    const english = await read('en-US');
    expect(finnish.text).toContain(";'2.2.1;");
    expect(english.text).toContain(',2.2.1,');
    expect(finnish.rows).toHaveLength(app.releases.length);
    expect(finnish.rows).toEqual(english.rows);
  });

  test('of what is gone are refused, and nothing is asked', async () => {
    const { app, saver } = await open();
    saver.answer = () => {
      throw new Error('asked');
    };
    const gone = app.connection.id;
    await expect(
      app.services.handlers['files.saveFields'](
        { connectionId: app.connection.id, draftIds: [gone], releaseIds: [gone] },
        [],
      ),
    ).rejects.toMatchObject({ failure: { kind: 'not-known' } });
  });
});

function licenseKeysOn({ demo }: RunningApp): string[] {
  return [...demo.state.teams.values()].flatMap(({ licenses }) =>
    [...licenses.values()].map(({ licenseKey }) => licenseKey),
  );
}

/** As somebody does who tidies up the app’s folder. */
function loseArtifacts({ folder }: RunningApp): void {
  for (const name of readdirSync(join(folder, 'artifacts'))) rmSync(join(folder, 'artifacts', name));
}
