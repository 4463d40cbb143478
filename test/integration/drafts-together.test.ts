import { expect, test } from 'vitest';
import { runApp } from '../support/running-app.ts';

test('drafts that were discarded together are had back together', async () => {
  const app = await runApp();
  const { handlers } = app.services;
  const { id: connectionId } = app.connection;
  const draftIds: string[] = [];
  for (const version of ['2.2.1', '2.2.0', '2.1.0']) {
    const { draft } = await app.edit(app.release(version), { fields: { status: 'ARCHIVED' } });
    draftIds.push(draft.id);
  }
  const [first, second] = draftIds;
  await handlers['drafts.discardAll']({ draftIds: [first ?? '', second ?? ''] }, []);
  expect((await handlers['drafts.list']({ connectionId }, [])).map(({ id }) => id)).toEqual([draftIds[2]]);

  const back = await handlers['drafts.restoreAll']({ draftIds: [first ?? '', second ?? ''] }, []);
  expect(back.problems).toEqual([]);
  expect((await handlers['drafts.list']({ connectionId }, [])).map(({ id }) => id)).toEqual(draftIds);
});

test('a draft that has a successor by now stays discarded, and the others come back', async () => {
  const app = await runApp();
  const { handlers } = app.services;
  const one = (await app.edit(app.release('2.2.1'), { fields: { status: 'ARCHIVED' } })).draft.id;
  const other = (await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } })).draft.id;
  await handlers['drafts.discardAll']({ draftIds: [one, other] }, []);
  await app.edit(app.release('2.2.1'), { fields: { status: 'DEPRECATED' } });

  const { problems } = await handlers['drafts.restoreAll']({ draftIds: [one, other] }, []);
  const there = await handlers['drafts.some']({ draftIds: [one, other] }, []);
  expect(there.map(({ id }) => id)).toEqual([other]);
  expect(problems).toEqual([expect.stringMatching(/^2\.2\.1: There is a newer draft/)]);
});

test('while one of them is being published, none of several drafts is discarded', async () => {
  const app = await runApp();
  const { handlers } = app.services;
  const { id: connectionId } = app.connection;
  const quiet = (await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } })).draft.id;
  const busy = (await app.edit(app.release('2.2.1'), { fields: { status: 'ARCHIVED' } })).draft.id;
  await app.demo.stop();
  await handlers['jobs.publish']({ draftId: busy }, []);

  await expect(async () =>
    handlers['drafts.discardAll']({ draftIds: [quiet, busy] }, []),
  ).rejects.toMatchObject({ failure: { kind: 'busy' } });
  expect(await handlers['drafts.list']({ connectionId }, [])).toHaveLength(2);
});
