import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSessionKeyStore } from '../../../electron/keys/session-key-store.ts';
import { createServices } from '../../../electron/services.ts';

/**
 * The app's inside in a process of its own, which publishes one release after the other, each second one with a file,
 * and says how much memory it has when it comes to a mark: `long-life.ts <data folder> <server> <team> <key> <marks…>`.
 * Prints a line `<publishes> <bytes>` at each. To be run with `--expose-gc`: what could be given back is no growth.
 */
const [dataFolder = '', serverUrl = '', teamId = '', apiKey = '', ...marks] = process.argv.slice(2);
const fileBytes = 200_000;

const services = await createServices({
  dataFolder,
  keyring: createSessionKeyStore(),
  keyringProblem: null,
  app: { version: '0.0.0', platform: process.platform, runtime: 'node' },
});
const { handlers, events } = services;
const form = { name: 'Soak', serverUrl, teamId, apiKey, maxFileBytes: 10 * 1024 * 1024, rateLimit: null };
const { connection } = await handlers['connections.add'](form, []);
const connectionId = connection.id;
const { items: products } = await handlers['products.refresh']({ connectionId }, []);
const productId = products.find(({ name }) => name === 'Claims Guard')?.id ?? '';
const { items: releases } = await handlers['releases.refresh']({ connectionId, productId }, []);

/** Changes a release and publishes it; resolves when it is verified. */
async function publish(turn: number): Promise<void> {
  const release = releases[turn % releases.length];
  if (!release) throw new Error('The product has no releases.');
  const open = await handlers['drafts.open']({ connectionId, productId, releaseId: release.id }, []);
  const draftId = open.draft.id;
  const metadata = [{ key: 'turn', value: String(turn), locked: false }];
  await handlers['drafts.change']({ draftId, change: { fields: { metadata } } }, []);
  if (turn % 2 === 1) {
    const path = join(dataFolder, '..', `artifact.zip`);
    writeFileSync(path, Buffer.alloc(fileBytes, turn));
    await handlers['drafts.attach']({ draftId }, [{ path }]);
  }
  const over = new Promise<void>((resolve, reject) => {
    const stop = events.listen((name, payload) => {
      if (name !== 'jobs.changed') return;
      const { job } = payload;
      if (job.draftId !== draftId) return;
      if (job.state.at === 'verified') resolve();
      else if (['failed', 'blocked', 'conflict'].includes(job.state.at))
        reject(new Error(JSON.stringify(job)));
      else return;
      stop();
    });
  });
  await handlers['jobs.publish']({ draftId }, []);
  await over;
}

const counts = marks.map(Number);
for (let turn = 1; turn <= Math.max(...counts); turn += 1) {
  await publish(turn);
  if (!counts.includes(turn)) continue;
  // Of the last resort is the collection that also gives back the room V8 keeps for what is to come.
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    await new Promise((resolve) => setImmediate(resolve));
  }
  process.stdout.write(`${turn} ${process.memoryUsage.rss()}\n`);
}
await services.close();
