import { expect, test, vi } from 'vitest';
import { createLukittuClient } from '../../electron/lukittu/client.ts';
import { startSmallTeam } from '../support/demo-requests.ts';

/** Whether the module that sends can be loaded: a package may be put in another's place just then. */
const disk = { isThere: true };
vi.mock('undici', async (load) => {
  if (!disk.isThere) throw new Error('no such file');
  return load();
});

test('a client whose sending could not be loaded closes all the same, and tries again with the next request', async () => {
  const { demo, productId } = await startSmallTeam();
  const client = createLukittuClient({ serverUrl: demo.origin, teamId: demo.teamId, apiKey: demo.apiKey });
  disk.isThere = false;
  await expect(client.listReleases(productId)).rejects.toThrow();
  expect(demo.requests).toEqual([]);
  disk.isThere = true;
  expect((await client.listReleases(productId)).releases).toHaveLength(2);
  await client.close();

  disk.isThere = false;
  const another = createLukittuClient({ serverUrl: demo.origin, teamId: demo.teamId, apiKey: demo.apiKey });
  await Promise.allSettled([another.listReleases(productId)]);
  await expect(another.close()).resolves.toBeUndefined();
});
