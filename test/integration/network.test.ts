import { expect, test } from 'vitest';
import { type RunningApp, runApp } from '../support/running-app.ts';

test('what waits for the network goes on as soon as this computer has one again, and asks nobody before', async () => {
  let addresses = ['192.168.1.7'];
  const app = await runApp({ addresses: () => addresses });
  const { handlers } = app.services;
  const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'DEPRECATED' } });
  addresses = [];
  await app.demo.stop();
  const { id } = await handlers['jobs.publish']({ draftId: draft.id }, []);
  // The pauses between tries grow: one of them is longer than it takes to notice a network.
  const state = await untilPausesAreLong(app, id, 3000);
  app.demo.forgetRequests();

  await app.demo.start();
  addresses = ['10.0.0.2'];
  await app.clock.advance(3000);
  await app.until(id, 'verified');
  expect(app.clock.now()).toBeLessThan(Date.parse(state.until ?? ''));
  expect(app.demo.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

test('a network that is lost in the middle of a batch holds it up, and costs neither a slot nor a release', async () => {
  let addresses = ['192.168.1.7'];
  const app = await runApp({ addresses: () => addresses });
  const { handlers } = app.services;
  const ids: string[] = [];
  for (const version of ['2.2.1', '2.2.0', '2.1.0']) {
    const { draft } = await app.edit(app.release(version), { fields: { status: 'DEPRECATED' } });
    ids.push((await handlers['jobs.publish']({ draftId: draft.id }, [])).id);
  }
  await app.until(ids[0] ?? '', 'verified');
  addresses = [];
  await app.demo.stop();
  for (let minute = 0; minute < 10; minute += 1) await app.clock.advance(60_000);
  await app.demo.start();
  addresses = ['192.168.1.7'];
  await app.clock.advance(3000);
  for (const id of ids) await app.drive(id, 'verified');
  const sent = app.demo.requests.filter(({ method }) => method === 'PUT');
  expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
});

/** Moves the clock on until the job rests for longer than this (ms), and gives how it waits. */
async function untilPausesAreLong(app: RunningApp, jobId: string, ms: number) {
  for (;;) {
    const { state } = await app.until(jobId, 'waiting');
    if (state.at !== 'waiting') continue;
    const left = Date.parse(state.until ?? new Date(app.clock.now()).toISOString()) - app.clock.now();
    if (left > ms) return state;
    await app.clock.advance(Math.max(0, left));
  }
}
