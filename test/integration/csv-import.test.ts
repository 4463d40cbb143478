import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Release } from '../../electron/model/release.ts';
import { batchesOf, begin, draftsOf, fileOf, look, make, undo } from '../support/imports.ts';
import { type RunningApp, runApp } from '../support/running-app.ts';
import { saverTo } from '../support/save-places.ts';
import { tempFolder } from '../support/temp-folder.ts';

const some = (app: RunningApp, count: number) => app.releases.filter(({ latest }) => !latest).slice(0, count);

/** A file of rows for releases of the product, each a line of cells behind the two ids. */
const csvOf = (header: string, rows: readonly (readonly [{ productId: string; id: string }, string])[]) =>
  [
    `productId,releaseId,${header}`,
    ...rows.map(([{ productId, id }, cells]) => `${productId},${id},${cells}`),
  ].join('\n');

const importCsv = async (app: RunningApp, text: string, batchName: string | null = null) => {
  const importId = await begin(app, fileOf('fields.csv', text));
  return { importId, ...(await make(app, importId, { batchName })) };
};

const fieldsOf = async (app: RunningApp) =>
  new Map((await draftsOf(app)).map(({ fields }) => [fields.version, fields]));

describe('a CSV file', () => {
  test('goes out, is edited, and comes in as drafts and a batch of what was edited', async () => {
    const folder = tempFolder();
    const app = await runApp({ places: saverTo(folder) });
    const { handlers } = app.services;
    const chosen = some(app, 3);
    const releaseIds = chosen.map(({ id }) => id);
    const connectionId = app.connection.id;
    const saved = await handlers['files.saveFields']({ connectionId, draftIds: [], releaseIds }, []);
    const text = readFileSync(join(folder, saved?.name ?? ''), 'utf8');
    const [first] = chosen;
    const edited = text
      .split('\r\n')
      .map((line) => (line.includes(first?.id ?? '?') ? line.replace(/PUBLISHED|DRAFT/, 'DEPRECATED') : line))
      .join('\r\n');

    const { report, batchId } = await importCsv(app, edited, 'From the spreadsheet');
    expect(report.steps.map(({ entry, outcome }) => [entry, outcome])).toEqual([
      [2, 'change'],
      [3, 'nothing'],
      [4, 'nothing'],
    ]);
    const [draft] = await draftsOf(app);
    expect(draft).toMatchObject({ releaseId: first?.id, fields: { status: 'DEPRECATED' } });
    expect(await batchesOf(app)).toMatchObject([
      { id: batchId, name: 'From the spreadsheet', draftIds: [draft?.id] },
    ]);
  });

  test('is looked at without a trace', async () => {
    const app = await runApp();
    const [release] = some(app, 1);
    if (!release) throw new Error('no release');
    const importId = await begin(app, fileOf('fields.csv', csvOf('status', [[release, 'ARCHIVED']])));
    expect(await look(app, importId)).toMatchObject({
      batch: null,
      problems: [],
      steps: [{ entry: 2, version: release.version, outcome: 'change', draftId: null }],
    });
    expect(await draftsOf(app)).toEqual([]);
  });

  test('names every cell that cannot be used, and makes nothing', async () => {
    const app = await runApp();
    const [first, second, third] = some(app, 3);
    if (!first || !second || !third) throw new Error('too few releases');
    const text = csvOf('status,setAsLatest', [
      [first, 'GONE,false'],
      [second, 'ARCHIVED,perhaps'],
      [third, 'ARCHIVED,false'],
    ]);
    const { report, batchId } = await importCsv(app, text, 'Never');
    expect(report.problems.map(({ entry, field }) => [entry, field])).toEqual([
      [2, 'C2 status'],
      [3, 'D3 setAsLatest'],
    ]);
    expect(batchId).toBeNull();
    expect(await draftsOf(app)).toEqual([]);
    expect(await batchesOf(app)).toEqual([]);
  });

  test('says which row holds a text that many databases cannot keep', async () => {
    const app = await runApp();
    const [release] = some(app, 1);
    if (!release) throw new Error('no release');
    const importId = await begin(app, fileOf('fields.csv', csvOf('metadata:channel', [[release, 'be\0ta']])));
    expect(await look(app, importId)).toMatchObject({
      steps: [{ entry: 2, outcome: 'blocked', findings: [{ rule: 'metadata-value-unstorable' }] }],
    });
  });

  test('says of which drafts it changes the fields, before it does', async () => {
    const app = await runApp();
    const [mine, other] = some(app, 2);
    if (!mine || !other) throw new Error('too few releases');
    const { draft } = await app.edit(mine, { fields: { status: 'DEPRECATED' } });
    const text = csvOf('status', [
      [mine, mine.status],
      [other, 'ARCHIVED'],
    ]);
    const { steps } = await look(app, await begin(app, fileOf('fields.csv', text)));
    expect(steps.map(({ draftId, outcome, changes }) => [draftId, outcome, changes.length])).toEqual([
      [draft.id, 'change', 0],
      [null, 'change', 1],
    ]);
  });

  test.each(['fields.xlsx', 'Fields.ODS'])('has to be one: %s is a workbook', async (name) => {
    const app = await runApp();
    await expect(begin(app, fileOf(name, 'PK'))).rejects.toMatchObject({
      failure: { kind: 'file-unreadable', message: `${name} is a workbook, not a CSV file.` },
    });
  });

  test('changes only what it has columns for of a draft that is there', async () => {
    const app = await runApp();
    const [release] = some(app, 1);
    if (!release) throw new Error('no release');
    const metadata = [{ key: 'note', value: 'mine', locked: true }];
    await app.edit(release, { fields: { metadata } });
    await importCsv(app, csvOf('status', [[release, 'ARCHIVED']]));
    expect((await fieldsOf(app)).get(release.version)).toMatchObject({ status: 'ARCHIVED', metadata });
  });

  test('is undone step by step with another over the same drafts, and with a change of many', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const connectionId = app.connection.id;
    const isPlain = ({ status, latest }: Release) => status === 'PUBLISHED' && !latest;
    const chosen = app.releases.filter(isPlain).slice(0, 2);
    const all = (status: string) =>
      csvOf(
        'status',
        chosen.map((release) => [release, status] as const),
      );
    const statuses = async () => (await draftsOf(app)).map(({ fields }) => fields.status);
    const one = await importCsv(app, all('ARCHIVED'), 'One');
    const two = await importCsv(app, all('DEPRECATED'), 'Two');
    const draftIds = (await draftsOf(app)).map(({ id }) => id);
    const change = { change: 'status', status: 'DRAFT' } as const;
    const of = { connectionId, releaseIds: [], draftIds, change };
    const { seen } = await handlers['bulk.preview'](of, []);
    const bulk = await handlers['bulk.apply']({ ...of, seen, batch: { is: 'none' } }, []);
    expect(await statuses()).toEqual(['DRAFT', 'DRAFT']);

    expect((await handlers['bulk.undo']({ bulkId: bulk.bulkId }, [])).left).toEqual([]);
    expect(await statuses()).toEqual(['DEPRECATED', 'DEPRECATED']);
    expect(await undo(app, two.importId)).toEqual([]);
    expect(await statuses()).toEqual(['ARCHIVED', 'ARCHIVED']);
    expect(await batchesOf(app)).toMatchObject([{ name: 'One' }]);
    expect(await undo(app, one.importId)).toEqual([]);
    expect(await draftsOf(app)).toEqual([]);
    expect(await batchesOf(app)).toEqual([]);
  });

  test('is undone: what was made is gone, what was changed is as it was, and so is the batch', async () => {
    const app = await runApp();
    const [mine, other] = some(app, 2);
    if (!mine || !other) throw new Error('too few releases');
    await app.edit(mine, { fields: { status: 'DEPRECATED' } });
    const text = csvOf('status', [
      [mine, 'ARCHIVED'],
      [other, 'ARCHIVED'],
    ]);
    const { importId } = await importCsv(app, text, 'Spring');
    expect([...(await fieldsOf(app)).values()].map(({ status }) => status)).toEqual(['ARCHIVED', 'ARCHIVED']);

    expect(await undo(app, importId)).toEqual([]);
    expect([...(await fieldsOf(app))].map(([version, { status }]) => [version, status])).toEqual([
      [mine.version, 'DEPRECATED'],
    ]);
    expect(await batchesOf(app)).toEqual([]);
  });

  test('finds the draft of a new release by its version', async () => {
    const app = await runApp();
    const { draft } = await app.edit(null, { fields: { version: '9.0.0' } });
    const text = `productId,version,status\n${draft.productId},9.0.0,DEPRECATED`;
    const { report } = await importCsv(app, text);
    expect(report.steps).toMatchObject([{ draftId: draft.id }]);
    expect((await draftsOf(app)).map(({ fields }) => [fields.version, fields.status])).toEqual([
      ['9.0.0', 'DEPRECATED'],
    ]);
  });

  test('of which one cannot be written any more is taken back as a whole, however many were', async () => {
    const app = await runApp();
    const [release] = some(app, 1);
    if (!release) throw new Error('no release');
    const { draft } = await app.edit(release, { fields: { status: 'DEPRECATED' } });
    await app.clock.advance(1000);
    const { productId } = release;
    const added = Array.from({ length: 3000 }, (_, at) => `${productId},,9.0.${at},DRAFT`);
    const text = [
      'productId,releaseId,version,status',
      ...added,
      `${productId},${release.id},${release.version},ARCHIVED`,
    ].join('\n');
    const making = make(app, await begin(app, fileOf('fields.csv', text)), { batchName: 'Never' });
    const refusal = expect(making).rejects.toMatchObject({ failure: { kind: 'conflict' } });
    const { handlers } = app.services;
    const firstTwo = async () => handlers['drafts.list']({ connectionId: app.connection.id, count: 2 }, []);
    while ((await firstTwo()).length === 1) await new Promise((resolve) => setImmediate(resolve));
    await handlers['drafts.change']({ draftId: draft.id, change: { fields: { status: 'PUBLISHED' } } }, []);
    await refusal;
    expect([...(await fieldsOf(app))].map(([version, { status }]) => [version, status])).toEqual([
      [release.version, 'PUBLISHED'],
    ]);
    expect(await batchesOf(app)).toEqual([]);
  });

  test('that is ended is not made', async () => {
    const app = await runApp();
    const [release] = some(app, 1);
    if (!release) throw new Error('no release');
    const importId = await begin(app, fileOf('fields.csv', csvOf('status', [[release, 'ARCHIVED']])));
    const making = make(app, importId, { batchName: 'Never' });
    await app.services.handlers['imports.end']({ importId }, []);
    await expect(making).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
    expect(await draftsOf(app)).toEqual([]);
    expect(await batchesOf(app)).toEqual([]);
  });

  test('does not touch a draft that is being published', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const [release] = some(app, 1);
    if (!release) throw new Error('no release');
    const { draft } = await app.edit(release, { fields: { status: 'DEPRECATED' } });
    await app.demo.stop();
    await handlers['jobs.publish']({ draftId: draft.id }, []);
    const { report } = await importCsv(app, csvOf('status', [[release, 'ARCHIVED']]));
    expect(report.problems).toMatchObject([{ entry: 2, kind: 'draft', version: release.version }]);
    expect((await fieldsOf(app)).get(release.version)?.status).toBe('DEPRECATED');
  });

  test('of a product that was never read, or of a release that is gone, is refused', async () => {
    const app = await runApp();
    const [release] = some(app, 1);
    if (!release) throw new Error('no release');
    const id = '00000000-0000-4000-8000-000000000000';
    const text = csvOf('status', [
      [{ productId: release.productId, id }, 'ARCHIVED'],
      [{ productId: id, id: release.id }, 'ARCHIVED'],
    ]);
    const { report } = await importCsv(app, text);
    expect(report.problems.map(({ entry, field }) => [entry, field])).toEqual([
      [2, 'releaseId'],
      [3, 'productId'],
    ]);
  });

  test.each(['fields.csv', 'FIELDS.CSV', 'fields.tsv', 'fields.txt'])('may be called %s', async (name) => {
    const app = await runApp();
    const [release] = some(app, 1);
    if (!release) throw new Error('no release');
    const importId = await begin(app, fileOf(name, csvOf('status', [[release, 'ARCHIVED']])));
    expect((await look(app, importId)).problems).toEqual([]);
  });
});
