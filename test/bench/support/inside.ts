import { openKeyStore } from '../../../electron/keys/keytar-key-store.ts';
import type { Connection } from '../../../electron/model/connection.ts';
import { createServices, type Services } from '../../../electron/services.ts';
import type { DemoProcess } from './demo-process.ts';

/**
 * Opens the app's inside on a data folder, in this process, to put there what a window is to find. Its keys are in the
 * session's keyring. Has to be closed before the app is started on the folder.
 */
export async function openInside(dataFolder: string): Promise<Services> {
  const { store, problem } = await openKeyStore();
  return createServices({
    dataFolder,
    keyring: store,
    keyringProblem: problem,
    app: { version: '0.0.0', platform: process.platform, runtime: 'node' },
  });
}

/** Connects a team, without a limit to its requests, and reads its products. */
export async function connectTeam(
  { handlers }: Services,
  { origin, teamId, apiKey }: DemoProcess,
  name: string,
): Promise<Connection> {
  const form = { name, serverUrl: origin, teamId, apiKey, maxFileBytes: 10 * 1024 * 1024, rateLimit: null };
  const { connection } = await handlers['connections.add'](form, []);
  await handlers['products.refresh']({ connectionId: connection.id }, []);
  return connection;
}

/** Reads the releases of a product, by its name. */
export async function readProduct({ handlers }: Services, connectionId: string, name: string) {
  const { items } = await handlers['products.list']({ connectionId }, []);
  const product = items.find((each) => each.name === name);
  if (!product) throw new Error(`The team has no product ${name}.`);
  const { items: releases } = await handlers['releases.refresh']({ connectionId, productId: product.id }, []);
  return { productId: product.id, releases };
}
