import type { CallHandlers } from '../../electron/contract.ts';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';
import { addProduct, addRelease, addTeam, createState } from '../../electron/demo/state.ts';
import type { Connection } from '../../electron/model/connection.ts';

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

/** A connected team whose every text says whose it is, with a draft in a batch. */
export async function connectTeam(handlers: CallHandlers, name: string): Promise<ConnectedTeam> {
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
