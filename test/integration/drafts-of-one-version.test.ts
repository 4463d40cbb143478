import { expect, test } from 'vitest';
import { type RunningApp, runApp } from '../support/running-app.ts';

/** What is said of a draft's version, where another draft is to have it, too. */
async function warnings({ services }: RunningApp, draftId: string): Promise<string[]> {
  const { findings } = await services.handlers['drafts.review']({ draftId }, []);
  return findings.filter(({ rule }) => rule === 'version-drafted').map(({ message }) => message);
}

/** The drafts that are said to have changed from here on. */
function changedDrafts({ services }: RunningApp): Set<string> {
  const told = new Set<string>();
  services.events.listen((name, payload) => {
    if (name !== 'drafts.changed' || typeof payload !== 'object' || payload === null) return;
    if ('draftIds' in payload && Array.isArray(payload.draftIds))
      for (const id of payload.draftIds) told.add(id);
  });
  return told;
}

test('two new drafts of one version warn of each other, until one has another version or is gone', async () => {
  const app = await runApp();
  const { handlers } = app.services;
  const one = (await app.edit(null, { fields: { version: '3.0.0' } })).draft.id;
  const told = changedDrafts(app);
  const other = (await app.edit(null, { fields: { version: '3.0.0' } })).draft.id;
  for (const id of [one, other]) {
    expect(await warnings(app, id)).toEqual([
      expect.stringMatching(/^Another new draft, without a file, is to be 3\.0\.0 here, too/),
    ]);
  }
  expect(told).toEqual(new Set([one, other]));

  told.clear();
  await handlers['drafts.change']({ draftId: other, change: { fields: { version: '3.0.1' } } }, []);
  expect([await warnings(app, one), await warnings(app, other)]).toEqual([[], []]);
  expect(told).toEqual(new Set([one, other]));

  await handlers['drafts.change']({ draftId: other, change: { fields: { version: '3.0.0' } } }, []);
  told.clear();
  await handlers['drafts.discardAll']({ draftIds: [one] }, []);
  expect(await warnings(app, other)).toEqual([]);
  expect(told).toEqual(new Set([one, other]));
  await handlers['drafts.restore']({ draftId: one }, []);
  expect(await warnings(app, other)).toHaveLength(1);
});

test('a draft that gives its release the version of a new draft is warned of by its present name', async () => {
  const app = await runApp();
  const fresh = (await app.edit(null, { fields: { version: '3.0.0' } })).draft.id;
  const renamed = (await app.edit(app.release('2.2.1'), { fields: { version: '3.0.0' } })).draft.id;
  expect(await warnings(app, fresh)).toEqual([expect.stringContaining('The draft of 2.2.1 is to be 3.0.0')]);
  expect(await warnings(app, renamed)).toEqual([expect.stringContaining('Another new draft')]);
});

test('drafts of one version in different branches have nothing to do with each other', async () => {
  const app = await runApp();
  const branchId = app.releases.find((release) => release.branchId !== null)?.branchId ?? null;
  const one = (await app.edit(null, { fields: { version: '3.0.0' } })).draft.id;
  const other = (await app.edit(null, { fields: { version: '3.0.0', branchId } })).draft.id;
  expect(branchId).not.toBeNull();
  expect([await warnings(app, one), await warnings(app, other)]).toEqual([[], []]);
});
