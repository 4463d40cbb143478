import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSessionKeyStore } from '../../electron/keys/session-key-store.ts';
import type { Draft } from '../../electron/model/draft.ts';
import { createServices } from '../../electron/services.ts';
import { dieAfterWrite } from './dying.ts';
import { type Given, givenSchema, type Told } from './life.ts';

/**
 * One life of the app: connects if it has not, queues what of the batch is not queued yet, and ends when all of it is
 * verified. `node publisher.ts <file that says what is given>`
 */
const given: Given = givenSchema.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
const { dataFolder, artifacts, serverUrl, teamId, apiKey, products, changes, rateLimit } = given;
if (given.writes !== null) dieAfterWrite(given.writes);
const tell = (told: Told): void => void process.stdout.write(`${JSON.stringify(told)}\n`);

const keyring = createSessionKeyStore();
const services = await createServices({
  dataFolder,
  // The keyring outlives the app; this one has the one key there is.
  keyring: { ...keyring, get: async () => apiKey },
  keyringProblem: null,
  app: { version: '0.0.0', platform: process.platform, runtime: 'node' },
  settleMs: given.settleMs,
});
const { handlers } = services;
services.events.listen((name, payload) => {
  if (name === 'notice') tell({ notice: JSON.stringify(payload) });
});

const form = { name: 'Soak', serverUrl, teamId, apiKey, maxFileBytes: 10 * 1024 * 1024, rateLimit };
const [known] = await handlers['connections.list']({}, []);
const { id: connectionId } = known ?? (await handlers['connections.add'](form, [])).connection;
for (const productId of products) await refresh(productId);

const jobs = await handlers['jobs.list']({ connectionId }, []);
const ids = jobs.map(({ id }) => id);
for (const { version, product, isNew, fields, file } of changes) {
  if (jobs.some((job) => job.version === version)) continue;
  const productId = products[product] ?? '';
  const { items } = await handlers['releases.list']({ connectionId, productId }, []);
  const release = items.find((one) => one.version === version);
  // Anew for each: the one that said nothing yet has been made to say the change before this one.
  const drafts = await handlers['drafts.list']({ connectionId }, []);
  const begun = drafts.find((draft) => isNew && draft.productId === productId && isOf(version, draft));
  const open = { connectionId, productId, releaseId: isNew ? null : (release?.id ?? '') };
  const draftId = begun?.id ?? (await handlers['drafts.open'](open, [])).draft.id;
  await handlers['drafts.change']({ draftId, change: { fields: { ...fields, version } } }, []);
  if (file !== null) await handlers['drafts.attach']({ draftId }, [{ path: join(artifacts, file) }]);
  ids.push((await handlers['jobs.publish']({ draftId }, [])).id);
}

/** A life can end between the making of a draft and its first field: then nothing says yet what it was made for. */
function isOf(version: string, { releaseId, fields }: Draft): boolean {
  return releaseId === null && (fields.version === version || fields.version === '');
}

/** As a person does who is told that the list could not be read. */
async function refresh(productId: string): Promise<void> {
  for (let triesLeft = 3; ; triesLeft -= 1) {
    try {
      await handlers['releases.refresh']({ connectionId, productId }, []);
      return;
    } catch (error) {
      if (triesLeft === 0) throw error;
    }
  }
}

await new Promise<void>((resolve, reject) => {
  const look = (): void => {
    const now = services.jobs();
    const stuck = now.find(({ state }) => ['failed', 'conflict', 'blocked', 'paused'].includes(state.at));
    if (stuck) reject(new Error(`${stuck.version}: ${JSON.stringify(stuck.state)}`));
    if (ids.every((id) => now.some((job) => job.id === id && job.state.at === 'verified'))) resolve();
  };
  services.events.listen(look);
  look();
});
const left = await handlers['drafts.list']({ connectionId }, []);
const attempts = await handlers['history.list']({ connectionId, text: '', limit: 1000 }, []);
tell({
  end: {
    drafts: left.length,
    jobs: ids.length,
    verified: attempts.filter(({ outcome }) => outcome === 'verified').length,
    open: attempts.filter(({ outcome }) => outcome === 'started').length,
    attempts: attempts.length,
  },
});
await services.close();
