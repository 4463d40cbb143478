import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type FaultEffect, faultSchema } from '../../electron/demo/faults.ts';
import type { DemoServerOptions } from '../../electron/demo/server.ts';
import { createLukittuClient, type UpdateRequest } from '../../electron/lukittu/client.ts';
import type { Failure } from '../../electron/model/failure.ts';
import { startSmallTeam, unchanged } from '../support/demo-requests.ts';
import { failureOf } from '../support/failures.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { jarOf } from '../support/jars.ts';
import { tempFolder } from '../support/temp-folder.ts';

async function startTeam(options: DemoServerOptions = {}) {
  const team = await startSmallTeam(options);
  const { demo } = team;
  const client = createLukittuClient({ serverUrl: demo.origin, teamId: demo.teamId, apiKey: demo.apiKey });
  onTestFinished(() => client.close());
  return { ...team, client };
}

type Team = Awaited<ReturnType<typeof startTeam>>;

function artifact(bytes: Buffer | string, name: string) {
  const path = join(tempFolder(), 'artifact');
  writeFileSync(path, bytes);
  return { path, name, size: Buffer.byteLength(bytes) };
}

/** The update that leaves release 1.0.0 as it is, with these changes. */
function requestOf({ release }: Team, change: Partial<UpdateRequest['fields']> = {}): UpdateRequest {
  const { keepExistingFile: _, ...fields } = unchanged(release);
  return { fields: { ...fields, ...change }, keepExistingFile: true, file: null };
}

describe('on a Lukittu server', () => {
  test('an update with a file is applied, and its checksum proves that it was received', async () => {
    const team = await startTeam();
    const bytes = Buffer.alloc(3_000_000, 'artifact');
    const file = artifact(bytes, 'plugin-1.0.1.zip');
    const sent = await team.client.update(team.release.id, {
      ...requestOf(team, { version: '1.0.1' }),
      file,
    });
    expect(sent.file).toMatchObject({
      name: 'plugin-1.0.1.zip',
      size: bytes.length,
      checksum: createHash('md5').update(bytes).digest('hex'),
    });
    expect(team.demo.object(sent.file?.key ?? '')?.equals(bytes)).toBe(true);
  });

  test('what is read back is what was sent', async () => {
    const team = await startTeam();
    const fields = {
      version: '1.0.1',
      status: 'DEPRECATED',
      setAsLatest: false,
      branchId: team.branchId,
      metadata: [{ key: 'changelog', value: 'Ääkköset ☃', locked: true }],
      licenseIds: [team.licenseId],
    } as const;
    await team.client.update(team.release.id, requestOf(team, fields));
    const wanted = { productId: team.productId, releaseId: team.release.id, version: '1.0.1' };
    const { setAsLatest: latest, ...same } = fields;
    expect(await team.client.findRelease(wanted)).toMatchObject({
      ...same,
      latest,
      branchName: 'dev',
      file: { name: 'old.zip' },
    });
  });

  test('a release is found by its id although its version was changed by someone else', async () => {
    const team = await startTeam();
    team.release.version = '7.7.7';
    const wanted = { productId: team.productId, releaseId: team.release.id, version: '1.0.0' };
    expect((await team.client.findRelease(wanted))?.version).toBe('7.7.7');
  });

  test('a created release is there, once', async () => {
    const team = await startTeam();
    const request = { fields: requestOf(team, { version: '3.0.0', setAsLatest: false }).fields, file: null };
    const created = await team.client.create(request);
    expect(await failureOf(team.client.create(request))).toMatchObject({
      kind: 'version-taken',
      applied: 'no',
    });
    const { releases } = await team.client.listReleases(team.productId);
    expect(releases.filter((release) => release.version === '3.0.0').map(({ id }) => id)).toEqual([
      created.id,
    ]);
  });

  test('products, releases and licenses are read', async () => {
    const team = await startTeam();
    const product = { id: team.productId, name: 'Plugin' };
    expect(await team.client.topProducts()).toContainEqual(product);
    expect(await team.client.listReleases(team.productId)).toMatchObject({
      product,
      releases: { length: 2 },
    });
    expect(await team.client.listLicenses()).toMatchObject({
      products: [product],
      licenses: [{ id: team.licenseId, productIds: [team.productId] }],
    });
  });

  test('the old file is removed when it is meant to be', async () => {
    const team = await startTeam();
    const sent = await team.client.update(team.release.id, { ...requestOf(team), keepExistingFile: false });
    expect(sent.file).toBeNull();
  });

  test.each<[string, Partial<Failure>, (team: Team) => Promise<unknown>]>([
    [
      'a version that is taken',
      { kind: 'version-taken', oldFile: 'safe' },
      (team) => team.client.update(team.release.id, requestOf(team, { version: team.other.version })),
    ],
    [
      'a branch that is gone',
      { kind: 'branch-not-found', oldFile: 'safe' },
      (team) => team.client.update(team.release.id, requestOf(team, { branchId: team.productId })),
    ],
    [
      'licenses on the latest',
      { kind: 'licenses-with-latest', oldFile: 'safe' },
      (team) => team.client.update(team.release.id, requestOf(team, { licenseIds: [team.licenseId] })),
    ],
    [
      'a version with white space',
      { kind: 'invalid-fields', oldFile: 'safe', fields: [{ path: 'version', message: expect.any(String) }] },
      (team) => team.client.update(team.release.id, requestOf(team, { version: '1.0 0' })),
    ],
    [
      'a file that is too large',
      { kind: 'file-too-large', oldFile: 'safe' },
      (team) =>
        team.client.update(team.release.id, {
          ...requestOf(team),
          file: artifact(Buffer.alloc(10 * 1024 * 1024 + 1), 'a.zip'),
        }),
    ],
    [
      'a file name that ends in a dot',
      { kind: 'file-without-extension', oldFile: 'lost' },
      (team) => team.client.update(team.release.id, { ...requestOf(team), file: artifact('x', 'plugin.') }),
    ],
    [
      'a jar without a main class',
      { kind: 'jar-without-main', oldFile: 'lost' },
      (team) =>
        team.client.update(team.release.id, { ...requestOf(team), file: artifact('no zip', 'plugin.jar') }),
    ],
  ])('%s is refused as such, and what that cost is said', async (_, expected, send) => {
    const team = await startTeam();
    expect(await failureOf(send(team))).toMatchObject({ applied: 'no', ...expected });
    expect(team.release.file === null ? 'lost' : 'safe').toBe(expected.oldFile);
  });

  test('the sixth update in a window is refused, and nothing of it is applied', async () => {
    const team = await startTeam({ limit: { requests: 5, windowMs: 300_000 }, clock: createFakeClock() });
    for (let count = 0; count < 5; count++) await team.client.update(team.release.id, requestOf(team));
    const failure = await failureOf(
      team.client.update(team.release.id, requestOf(team, { version: '6.0.0' })),
    );
    expect(failure).toMatchObject({ kind: 'rate-limited', applied: 'no', oldFile: 'safe', retry: 'later' });
    expect(team.release.version).toBe('1.0.0');
  });
});

describe('whatever goes wrong, and wherever, a failure never promises too much', () => {
  const phases = [
    'arrival',
    'authorization',
    'body',
    'received',
    'file-deleted',
    'upload',
    'answer',
    'answer-headers',
    'answer-body',
  ] as const;
  const effects: readonly FaultEffect[] = [
    { kind: 'drop' },
    { kind: 'answer', status: 500, details: 'Internal server error', data: null },
    { kind: 'answer', status: 503, details: 'Down', data: null },
    { kind: 'html', status: 200 },
    { kind: 'html', status: 502 },
    { kind: 'redirect', status: 307, location: '/auth/login' },
    { kind: 'body', status: 200, contentType: 'application/json', body: '{"ok":true}' },
    { kind: 'body', status: 200, contentType: 'application/json', body: '{"data":{"id":' },
    { kind: 'truncate' },
  ];
  const canStrike = (at: (typeof phases)[number], { kind }: FaultEffect) =>
    kind === 'truncate' ? at === 'answer' : kind === 'drop' || !at.startsWith('answer-');
  const faults = phases.flatMap((at) =>
    effects.filter((effect) => canStrike(at, effect)).map((effect) => ({ at, effect })),
  );

  test.each(faults)('$effect.kind at “$at”', async ({ at, effect }) => {
    const team = await startTeam();
    const jar = await jarOf({ 'plugin.yml': 'name: Plugin\nmain: org.example.Main\n' });
    const file = artifact(jar, 'plugin.jar');
    team.demo.faults.add(faultSchema.parse({ method: 'PUT', at, effect }));
    const request = { ...requestOf(team, { version: '1.0.1' }), file };
    const failure = await failureOf(team.client.update(team.release.id, request));
    await team.demo.settled();

    const isApplied = team.release.version === '1.0.1';
    const oldFileIsGone = team.release.file?.name !== 'old.zip';
    if (isApplied) expect(failure.applied).toBe('maybe');
    if (oldFileIsGone) expect(failure.oldFile).not.toBe('safe');
  });
});
