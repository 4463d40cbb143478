import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

const ready = z.strictObject({
  origin: z.string(),
  port: z.number(),
  teamId: z.string(),
  apiKey: z.string(),
});

let stop: () => Promise<unknown> = async () => undefined;
afterEach(() => stop());

async function startProcess(...options: string[]): Promise<z.infer<typeof ready>> {
  const main = fileURLToPath(new URL('../../../electron/demo/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
    // Windows ends a process that is sent a signal.
    if (process.platform !== 'win32') expect(child.exitCode).toBe(0);
  };
  for await (const line of createInterface({ input: child.stdout })) return ready.parse(JSON.parse(line));
  throw new Error('The demo server said nothing.');
}

describe('the demo server as a process of its own', () => {
  it('says where it is, and serves the sample team with the limit it was given', async () => {
    const { origin, teamId, apiKey } = await startProcess(
      '--limit',
      '1',
      '--window',
      '60',
      '--team-size',
      '120',
    );
    const ask = (path: string, method = 'GET') =>
      fetch(`${origin}/api/v1/dev/teams/${teamId}${path}`, {
        method,
        headers: { authorization: `Bearer ${apiKey}` },
      });
    expect(await (await ask('/statistics')).json()).toMatchObject({
      data: { overview: { totalProducts: 6 } },
    });
    const unknown = '/releases/fcfbf6d4-2f4b-4530-a4ff-68d09e848656';
    expect((await ask(unknown, 'PUT')).status).toBe(500);
    expect((await ask(unknown, 'PUT')).status).toBe(429);
    expect((await fetch(`${origin}/__demo/state`, { redirect: 'manual' })).status).toBe(307);
  });

  it('can be looked into and told to misbehave by other processes, when asked to allow it', async () => {
    const { origin, teamId, apiKey } = await startProcess('--control', '--limit', 'none');
    const control = (method: string, path: string, body?: unknown) =>
      fetch(`${origin}/__demo/${path}`, { method, body: body === undefined ? null : JSON.stringify(body) });
    const statistics = () =>
      fetch(`${origin}/api/v1/dev/teams/${teamId}/statistics`, {
        headers: { authorization: `Bearer ${apiKey}` },
      });

    const added = await control('POST', 'faults', {
      at: 'answer',
      times: 'always',
      effect: { kind: 'html' },
    });
    expect([added.status, await added.json()]).toEqual([201, { id: '1' }]);
    expect((await statistics()).headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await control('POST', 'faults', { at: 'never' })).status).toBe(400);

    const state = await (await control('GET', 'state')).json();
    expect(state).toMatchObject({
      teams: [{ id: teamId, products: [{}, {}, {}, {}, {}] }],
      faults: [{ id: '1', fired: 1 }],
      requests: [{ method: 'GET', outcome: 'answered' }],
    });
    const objects = z
      .object({ objects: z.record(z.string(), z.object({ size: z.number(), md5: z.string() })) })
      .parse(state).objects;
    const [key = '', stored] = Object.entries(objects)[0] ?? [];
    const bytes = await (await control('GET', `object?key=${encodeURIComponent(key)}`)).bytes();
    expect(bytes).toHaveLength(stored?.size ?? -1);
    expect((await control('GET', 'object?key=nothing')).status).toBe(404);

    await control('DELETE', 'faults');
    expect((await statistics()).headers.get('content-type')).toBe('application/json');
  });
});
