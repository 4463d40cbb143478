import { expect, test } from 'vitest';
import { createFakeClock } from '../support/fake-clock.ts';
import { runApp } from '../support/running-app.ts';

test('a server that was said to have no limit, and has one, is left alone for 305 s all the same', async () => {
  const clock = createFakeClock();
  const app = await runApp({ clock });
  const { handlers } = app.services;
  const { id: connectionId, keyHint: _hint, keyHeld: _held, demo: _demo, ...connection } = app.connection;
  const form = { ...connection, apiKey: '', rateLimit: null };
  await handlers['connections.update']({ connectionId, form }, []);
  const puts = () => app.demo.requests.filter(({ method }) => method === 'PUT');
  const ids: string[] = [];
  for (const release of app.releases.filter(({ latest }) => !latest).slice(0, 7)) {
    const fields = { metadata: [{ key: 'queued', value: '1', locked: false }] };
    const { draft } = await app.edit(release, { fields });
    ids.push((await handlers['jobs.publish']({ draftId: draft.id }, [])).id);
  }
  const refusedAt = clock.now();
  const job = await app.until(ids[5] ?? '', 'waiting');
  const { state } = await app.untilJob(
    job.id,
    ({ state: at }) => at.at === 'waiting' && at.reason === 'slot',
  );
  expect(state).toMatchObject({
    until: new Date(refusedAt + 305_000).toISOString(),
    because: { status: 429 },
  });
  expect(puts()).toHaveLength(6);
  expect(app.notices.join(' ')).toContain('The server has a limit, though the settings of the team say');
  for (const id of ids) await app.drive(id, 'verified');
  expect(puts().filter(({ status }) => status === 429)).toHaveLength(1);
});
