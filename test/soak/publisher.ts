import { join } from 'node:path';
import { createSessionKeyStore } from '../../electron/keys/session-key-store.ts';
import { createServices } from '../../electron/services.ts';
import { soakBatch } from './batch.ts';

/**
 * One life of the app: connects if it has not, queues what of the batch is not queued yet, and ends when all of it is
 * verified. `node publisher.ts <data folder> <folder with artifacts> <server> <team> <key>`
 */
const [dataFolder = '', artifacts = '', serverUrl = '', teamId = '', apiKey = ''] = process.argv.slice(2);

const keyring = createSessionKeyStore();
const services = await createServices({
  dataFolder,
  keyring: {
    ...keyring,
    // The keyring outlives the app; this one has the one key there is.
    get: async () => apiKey,
  },
  keyringProblem: null,
  app: { version: '0.0.0', platform: process.platform, runtime: 'node' },
  settleMs: 100,
});
const { handlers } = services;
services.events.listen((name, payload) => {
  if (name === 'notice') process.stdout.write(`${JSON.stringify(payload)}\n`);
});

const form = {
  name: 'Soak',
  serverUrl,
  teamId,
  apiKey,
  maxFileBytes: 10 * 1024 * 1024,
  rateLimit: null,
};
const [known] = await handlers['connections.list']({}, []);
const { id: connectionId } = known ?? (await handlers['connections.add'](form, [])).connection;
const { items: products } = await handlers['products.refresh']({ connectionId }, []);
const productId = products[0]?.id ?? '';
const { items: releases } = await handlers['releases.refresh']({ connectionId, productId }, []);

const jobs = await handlers['jobs.list']({ connectionId }, []);
const ids = jobs.map(({ id }) => id);
for (const change of soakBatch) {
  if (jobs.some(({ version }) => version === change.version)) continue;
  const release = releases.find(({ version }) => version === change.version);
  if (!release) throw new Error(`no release ${change.version}`);
  const { draft } = await handlers['drafts.open']({ connectionId, productId, releaseId: release.id }, []);
  const draftId = draft.id;
  await handlers['drafts.change']({ draftId, change: { fields: change.fields } }, []);
  if (change.file !== null)
    await handlers['drafts.attach']({ draftId }, [{ path: join(artifacts, change.file) }]);
  ids.push((await handlers['jobs.publish']({ draftId }, [])).id);
}

await new Promise<void>((resolve, reject) => {
  const look = async (): Promise<void> => {
    const now = await handlers['jobs.list']({ connectionId }, []);
    const stuck = now.find(({ state }) => ['failed', 'conflict', 'blocked'].includes(state.at));
    if (stuck) reject(new Error(`${stuck.version}: ${JSON.stringify(stuck.state)}`));
    if (ids.every((id) => now.some((job) => job.id === id && job.state.at === 'verified'))) resolve();
  };
  services.events.listen(() => void look());
  void look();
});
await services.close();
