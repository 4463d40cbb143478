import { expect, test } from 'vitest';
import { runApp } from '../support/running-app.ts';

test('a discarded draft is not there until it is had back', async () => {
  const app = await runApp();
  const { handlers } = app.services;
  const { draft } = await app.edit(app.release('2.2.1'), { fields: { status: 'ARCHIVED' } });
  await handlers['drafts.discard']({ draftId: draft.id }, []);

  expect(await handlers['drafts.list']({ connectionId: app.connection.id }, [])).toEqual([]);
  await expect(handlers['drafts.review']({ draftId: draft.id }, [])).rejects.toMatchObject({
    failure: { kind: 'not-known' },
  });

  await handlers['drafts.restore']({ draftId: draft.id }, []);
  const { draft: again } = await handlers['drafts.review']({ draftId: draft.id }, []);
  expect(again.fields).toEqual(draft.fields);
});

test('a release that was only opened has no draft to show', async () => {
  const app = await runApp();
  const { handlers } = app.services;
  const opened = await app.edit(app.release('2.2.1'), {});
  const changed = await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });

  const drafts = await handlers['drafts.list']({ connectionId: app.connection.id }, []);
  expect(drafts.map(({ id }) => id)).toEqual([changed.draft.id]);
  expect(opened.changesAnything).toBe(false);
});
