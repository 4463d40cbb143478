import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallHandlers } from '../../electron/contract.ts';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';
import { addProduct, addRelease, addTeam, createState } from '../../electron/demo/state.ts';
import { createSessionKeyStore } from '../../electron/keys/session-key-store.ts';
import type { Connection } from '../../electron/model/connection.ts';
import type { Told } from '../../electron/services/events.ts';
import { noRim } from '../../electron/services/service-options.ts';
import { createServices, type Services } from '../../electron/services.ts';
import { saverTo } from './save-places.ts';

export interface ConnectedTeam {
  readonly demo: DemoServer;
  readonly connection: Connection;
  readonly productId: string;
  readonly otherProductId: string;
  readonly releaseId: string;
  /** A release without a draft. */
  readonly unopenedId: string;
  readonly draftId: string;
  readonly batchId: string;
}

/** Two teams in one app. */
export interface TwoTeams {
  readonly services: Services;
  readonly mine: ConnectedTeam;
  readonly theirs: ConnectedTeam;
  /** The folder where files are saved. */
  readonly savedTo: string;
  close(): Promise<void>;
}

/** Opens the app's inside with two teams of these names. `hear` is told of every event from the beginning on. */
export async function connectTwoTeams(
  names: { readonly mine: string; readonly theirs: string },
  hear: (...told: Told) => void = () => undefined,
): Promise<TwoTeams> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lukittu-test-'));
  const savedTo = mkdtempSync(join(tmpdir(), 'lukittu-test-'));
  const services = await createServices({
    dataFolder,
    keyring: createSessionKeyStore(),
    keyringProblem: null,
    app: { version: '0.0.0', platform: 'test', runtime: 'node' },
    rim: { ...noRim, places: saverTo(savedTo) },
  });
  services.events.listen(hear);
  const mine = await connectTeam(services.handlers, names.mine);
  const theirs = await connectTeam(services.handlers, names.theirs);
  const close = async (): Promise<void> => {
    await services.close();
    await mine.demo.close();
    await theirs.demo.close();
    for (const folder of [dataFolder, savedTo]) rmSync(folder, { recursive: true });
  };
  return { services, mine, theirs, savedTo, close };
}

/** A connected team whose every text says whose it is, with a draft in a batch. */
async function connectTeam(handlers: CallHandlers, name: string): Promise<ConnectedTeam> {
  const state = createState();
  const team = addTeam(state, { name });
  const { id: productId } = addProduct(team, { name: `Product of ${name}` });
  const { id: otherProductId } = addProduct(team, { name: `Other product of ${name}` });
  const { id: releaseId } = addRelease(state, team, { productId, version: `1.0.0-${name}` });
  const { id: unopenedId } = addRelease(state, team, { productId, version: `2.0.0-${name}` });
  const demo = await startDemoServer({ state, limit: 'none' });
  const { origin: serverUrl, teamId, apiKey } = demo;
  const form = { name, serverUrl, teamId, apiKey, maxFileBytes: 1024, rateLimit: null };
  const { connection } = await handlers['connections.add'](form, []);
  const connectionId = connection.id;
  await handlers['products.refresh']({ connectionId }, []);
  await handlers['releases.refresh']({ connectionId, productId }, []);
  await handlers['licenses.refresh']({ connectionId, productId }, []);
  const { draft } = await handlers['drafts.open']({ connectionId, productId, releaseId }, []);
  const change = { fields: { metadata: [{ key: 'note', value: `secret of ${name}`, locked: false }] } };
  await handlers['drafts.change']({ draftId: draft.id, change }, []);
  const batch = await handlers['batches.create'](
    { connectionId, name: `Batch of ${name}`, draftIds: [draft.id] },
    [],
  );
  return {
    demo,
    connection,
    productId,
    otherProductId,
    releaseId,
    unopenedId,
    draftId: draft.id,
    batchId: batch.id,
  };
}
