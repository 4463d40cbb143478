import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DemoRelease } from '../../electron/demo/state.ts';
import type { PlanBase } from '../../electron/model/plan.ts';
import type { Release } from '../../electron/model/release.ts';
import {
  batchesOf,
  begin,
  draftsOf,
  entryOf,
  fileOf,
  look,
  make,
  planFor,
  undo,
} from '../support/imports.ts';
import { publish, type RunningApp, runApp } from '../support/running-app.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Releases that are not the latest: their status can be changed without anything coming along. */
const some = (app: RunningApp, count: number) => app.releases.filter(({ latest }) => !latest).slice(0, count);

const archivingPlan = (app: RunningApp, count: number) =>
  planFor(
    app,
    some(app, count).map((release) => entryOf(release, { status: 'ARCHIVED' })),
  );

const versionsOf = async (app: RunningApp) =>
  (await draftsOf(app)).map(({ fields }) => fields.version).sort();

describe('a plan that is imported', () => {
  test('is looked at without a trace, and made as it was seen, whatever becomes of its file', async () => {
    const app = await runApp();
    const path = join(tempFolder(), 'winter.lukittu-plan');
    writeFileSync(path, archivingPlan(app, 2));
    const importId = await begin(app, { path });
    const seen = await look(app, importId);
    expect(seen.steps.map(({ outcome }) => outcome)).toEqual(['change', 'change']);
    expect(await draftsOf(app)).toEqual([]);
    expect(await batchesOf(app)).toEqual([]);

    writeFileSync(path, archivingPlan(app, 3));
    const { report, batchId } = await make(app, importId);
    const made = await draftsOf(app);
    expect(made.map(({ fields }) => fields.status)).toEqual(['ARCHIVED', 'ARCHIVED']);
    expect(await batchesOf(app)).toMatchObject([
      { id: batchId, name: 'Winter', draftIds: report.steps.map(({ draftId }) => draftId) },
    ]);
  });

  test('is looked at anew where something was written since, and says when it was made', async () => {
    const app = await runApp();
    const [first, second] = some(app, 2);
    if (!first || !second) throw new Error('The demo team has releases.');
    const importId = await begin(app, fileOf('plan.json', archivingPlan(app, 2)));
    await look(app, importId);
    await app.edit(first, { fields: { status: 'DEPRECATED' } });
    const { report } = await make(app, importId);
    expect(report.problems).toMatchObject([{ kind: 'draft', entry: 1, version: first.version }]);
    expect(await versionsOf(app)).toEqual([first.version]);

    const [own] = await draftsOf(app);
    await app.services.handlers['drafts.discard']({ draftId: own?.id ?? '' }, []);
    expect((await look(app, importId)).problems).toEqual([]);
    app.clock.advance(60_000);
    expect(await make(app, importId)).toMatchObject({ made: 2 });
    const now = new Date(app.clock.now()).toISOString();
    expect((await draftsOf(app)).map(({ createdAt }) => createdAt)).toEqual([now, now]);
  });

  test('is undone with its batch', async () => {
    const app = await runApp();
    const importId = await begin(app, fileOf('plan.json', archivingPlan(app, 2)));
    await make(app, importId);
    expect(await undo(app, importId)).toEqual([]);
    expect(await draftsOf(app)).toEqual([]);
    expect(await batchesOf(app)).toEqual([]);
    await expect(undo(app, importId)).rejects.toMatchObject({ failure: { kind: 'not-known' } });
  });

  test('a second time leaves its drafts in the batch they are in, also when it is undone', async () => {
    const app = await runApp();
    await make(app, await begin(app, fileOf('plan.json', archivingPlan(app, 2))));
    const batches = await batchesOf(app);

    const again = await begin(app, fileOf('plan.json', archivingPlan(app, 2)));
    await make(app, again);
    expect(await batchesOf(app)).toEqual(batches);
    await undo(app, again);
    expect(await batchesOf(app)).toEqual(batches);
    expect(await draftsOf(app)).toHaveLength(2);
  });

  test('says what was made and what was there already', async () => {
    const app = await runApp();
    const first = await make(app, await begin(app, fileOf('plan.json', archivingPlan(app, 2))));
    expect(first).toMatchObject({ made: 2, changed: 0, there: 0 });

    const more = await begin(app, fileOf('plan.json', archivingPlan(app, 3)));
    const seen = await look(app, more);
    expect(seen.steps.map(({ draftId }) => draftId !== null)).toEqual([true, true, false]);
    expect(await make(app, more)).toMatchObject({ made: 1, changed: 0, there: 2 });

    const again = await make(app, await begin(app, fileOf('plan.json', archivingPlan(app, 3))));
    expect(again).toMatchObject({ made: 0, changed: 0, there: 3, batchId: null });
  });

  test('whose drafts are there in no batch makes the batch, and nothing but that is undone', async () => {
    const app = await runApp();
    const first = await make(app, await begin(app, fileOf('plan.json', archivingPlan(app, 2))));
    await app.services.handlers['batches.remove']({ batchId: first.batchId ?? '' }, []);
    const importId = await begin(app, fileOf('plan.json', archivingPlan(app, 2)));
    const { batchId } = await make(app, importId);
    expect(await batchesOf(app)).toMatchObject([
      { id: batchId, draftIds: first.report.steps.map(({ draftId }) => draftId) },
    ]);
    expect(await undo(app, importId)).toEqual([]);
    expect(await batchesOf(app)).toEqual([]);
    expect(await draftsOf(app)).toHaveLength(2);
  });

  test('of a product that was never read has it read first, where there is a network', async () => {
    const app = await runApp();
    const published = (name: string): DemoRelease => {
      const team = app.demo.state.teams.get(app.demo.teamId);
      const product = [...(team?.products.values() ?? [])].find((one) => one.name === name);
      const found = [...(team?.releases.values() ?? [])].find(
        ({ productId, latest, status }) => productId === product?.id && !latest && status === 'PUBLISHED',
      );
      if (!found) throw new Error(`no release of ${name}`);
      return found;
    };
    const [one, other] = [published('Northwind Economy'), published('Brush Pack Pro')];
    const fields = { status: 'ARCHIVED' } as const;
    const entry = {
      productId: one.productId,
      releaseId: one.id,
      base: null,
      fields,
      file: { kind: 'keep' },
    } as const;
    const row = `productId,releaseId,status\n${other.productId},${other.id},ARCHIVED\n`;
    const files = [fileOf('plan.json', planFor(app, [entry])), fileOf('fields.csv', row)];

    await app.demo.stop();
    for (const file of files) {
      const { problems } = await look(app, await begin(app, file));
      expect(problems).toMatchObject([{ message: expect.stringContaining('never been read') }]);
    }
    await app.demo.start();
    for (const file of files) {
      const { problems, steps } = await look(app, await begin(app, file));
      expect([problems, steps.map(({ outcome }) => outcome)]).toEqual([[], ['change']]);
    }
  });

  test('that was worked on since keeps that work, and says which', async () => {
    const app = await runApp();
    const [first] = some(app, 1);
    const importId = await begin(app, fileOf('plan.json', archivingPlan(app, 2)));
    await make(app, importId);
    await app.clock.advance(1000);
    await app.edit(first ?? null, { fields: { status: 'DEPRECATED' } });

    expect(await undo(app, importId)).toEqual([`${first?.version} was changed since, and stays.`]);
    expect(await versionsOf(app)).toEqual([first?.version]);
    expect(await batchesOf(app)).toMatchObject([{ name: 'Winter' }]);
  });

  test('is undone as far as nothing else has happened with its drafts, and says of each what has', async () => {
    const app = await runApp();
    const importId = await begin(app, fileOf('plan.json', archivingPlan(app, 4)));
    const { report } = await make(app, importId);
    const [edited, published, discarded = ''] = report.steps.flatMap(({ draftId }) => draftId ?? []);
    const [first, second] = report.steps.map(({ version }) => version);
    await app.clock.advance(1000);
    await app.services.handlers['drafts.change'](
      { draftId: edited ?? '', change: { fields: { status: 'DEPRECATED' } } },
      [],
    );
    await publish(app, { id: published ?? '' });
    await app.services.handlers['drafts.discard']({ draftId: discarded }, []);

    expect(await undo(app, importId)).toEqual([
      `${first} was changed since, and stays.`,
      `${second} was published since.`,
    ]);
    expect((await draftsOf(app)).map(({ id }) => id)).toEqual([edited]);
    expect(await batchesOf(app)).toMatchObject([{ draftIds: [edited] }]);
  });

  test('whose drafts were all discarded meanwhile is undone, and its batch is gone', async () => {
    const app = await runApp();
    const importId = await begin(app, fileOf('plan.json', archivingPlan(app, 2)));
    const { report } = await make(app, importId);
    const draftIds = report.steps.flatMap(({ draftId }) => draftId ?? []);
    await app.services.handlers['drafts.discardAll']({ draftIds }, []);
    expect(await undo(app, importId)).toEqual([]);
    expect(await batchesOf(app)).toEqual([]);
  });

  test('is refused as a whole, with each reason, and nothing is made', async () => {
    const app = await runApp();
    const [mine, other] = some(app, 2);
    if (!mine || !other) throw new Error('too few releases');
    await app.edit(mine, { fields: { status: 'DEPRECATED' } });
    const gone = { ...entryOf(other, {}), releaseId: '00000000-0000-4000-8000-000000000000' };
    const text = planFor(app, [
      entryOf(mine, { status: 'ARCHIVED' }),
      entryOf(other, { status: 'ARCHIVED' }),
      gone,
    ]);
    const { report, batchId } = await make(app, await begin(app, fileOf('plan.json', text)));
    expect(report.problems).toMatchObject([
      { entry: 1, version: mine.version, kind: 'draft', field: 'releaseId' },
      { entry: 3, kind: 'target', field: 'releaseId' },
    ]);
    expect(report.steps.map(({ outcome }) => outcome)).toEqual(['refused', 'change', 'refused']);
    expect(batchId).toBeNull();
    expect(await versionsOf(app)).toEqual([mine.version]);
    expect(await batchesOf(app)).toEqual([]);
  });

  test('whose base is stale can be taken all the same', async () => {
    const app = await runApp();
    const release = some(app, 20).find(({ status }) => status === 'PUBLISHED');
    if (!release) throw new Error('no release');
    const base = baseOf(release, { status: 'DRAFT' });
    const text = planFor(app, [{ ...entryOf(release, { status: 'ARCHIVED' }), base }]);
    const importId = await begin(app, fileOf('plan.json', text));
    expect((await look(app, importId)).problems).toMatchObject([{ kind: 'stale', entry: 1 }]);
    expect((await look(app, importId, 'take')).problems).toEqual([]);
    const { report } = await make(app, importId, { onStale: 'take' });
    expect(report.steps).toMatchObject([
      { outcome: 'change', findings: [expect.objectContaining({ rule: 'conflict' })] },
    ]);
    expect(await versionsOf(app)).toEqual([release.version]);
  });

  test('makes no draft of what the server holds already', async () => {
    const app = await runApp();
    const [held, changed] = some(app, 2);
    if (!held || !changed) throw new Error('too few releases');
    const text = planFor(app, [
      entryOf(held, { status: held.status }),
      entryOf(changed, { status: 'ARCHIVED' }),
    ]);
    const { report } = await make(app, await begin(app, fileOf('plan.json', text)));
    expect(report.steps.map(({ outcome, draftId }) => [outcome, draftId !== null])).toEqual([
      ['nothing', false],
      ['change', true],
    ]);
    expect(await versionsOf(app)).toEqual([changed.version]);
  });

  test('makes a draft of what the server holds now, and would not in its place', async () => {
    const app = await runApp();
    const latest = app.releases.find((release) => release.latest && release.branchId === null);
    const other = app.releases.find(
      ({ latest, status, branchId, licenseIds }) =>
        !latest && status === 'PUBLISHED' && branchId === null && licenseIds.length === 0,
    );
    if (!latest || !other) throw new Error('no such releases');
    const text = planFor(app, [
      entryOf(other, { setAsLatest: true }),
      { ...entryOf(latest, { setAsLatest: true }), base: baseOf(latest, { latest: false }) },
    ]);
    const { report } = await make(app, await begin(app, fileOf('plan.json', text)));
    expect(report.steps.map(({ outcome, draftId }) => [outcome, draftId !== null])).toEqual([
      ['change', true],
      ['change', true],
    ]);
    expect(await batchesOf(app)).toMatchObject([{ draftIds: report.steps.map(({ draftId }) => draftId) }]);
  });

  test('tells how far it is, up to its end', async () => {
    const app = await runApp();
    const told: unknown[] = [];
    app.services.events.listen((name, payload) => {
      if (name === 'imports.progress') told.push(payload);
    });
    const importId = await begin(app, fileOf('plan.json', archivingPlan(app, 3)));
    await look(app, importId);
    expect(told.at(0)).toEqual({ importId, done: 0, of: 3 });
    expect(told.at(-1)).toEqual({ importId, done: 3, of: 3 });
  });

  test('that is ended is not made, and is known no more', async () => {
    const app = await runApp();
    const file = { kind: 'replace', artifact: artifactOf('a.jar') } as const;
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.jar'), 'a');
    const entries = some(app, 2).map((release) => ({ ...entryOf(release, {}), file }));
    writeFileSync(join(folder, 'plan.json'), planFor(app, entries));
    const importId = await begin(app, { path: join(folder, 'plan.json') });
    const making = make(app, importId);
    await app.services.handlers['imports.end']({ importId }, []);
    await expect(making).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
    await expect(look(app, importId)).rejects.toMatchObject({ failure: { kind: 'not-known' } });
    expect(await draftsOf(app)).toEqual([]);
  });

  test('is one thing at a time', async () => {
    const app = await runApp();
    const importId = await begin(app, fileOf('plan.json', archivingPlan(app, 1)));
    const [first, second] = await Promise.allSettled([look(app, importId), make(app, importId)]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { failure: { kind: 'busy' } } });
  });
});

/** What the server held when a plan was made: a release as it is but for this. */
function baseOf(release: Release, change: Partial<PlanBase>): PlanBase {
  const { version, status, latest, branchId, metadata, licenseIds, file } = release;
  const base = { version, status, latest, branchId, metadata, licenseIds };
  return { ...base, file: file && { name: file.name, size: file.size, md5: file.checksum }, ...change };
}

/** As a plan names it; the bytes are `a`. */
function artifactOf(path: string) {
  const sha256 = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';
  return { name: path, sha256, size: 1, path };
}
