import { describe, expect, it } from 'vitest';
import { askLukittu, startSmallTeam, unchanged, update } from '../../support/demo-requests.ts';

const unknownId: string = 'fcfbf6d4-2f4b-4530-a4ff-68d09e848656';
const zip = (content: string, name = 'new.zip') => new File([content], name);

/** An update in which everything is wrong that can be wrong. */
interface Wrong {
  teamId: string;
  releaseId: string;
  key: string;
  client: string;
  data: unknown;
  file: File | string | undefined;
}

describe('an update in which everything is wrong', () => {
  it('is refused for one reason after the other, in the order of the server’s steps', async () => {
    const { demo, release, other, productId, branchId, licenseId } = await startSmallTeam({
      limit: { requests: 50, windowMs: 300_000 },
      maxFileBytes: 1024,
      clientIp: (request) => String(request.headers['x-client']),
    });
    const team = demo.state.teams.get(demo.teamId);
    if (!team) throw new Error('no team');
    team.plan = { uploads: false, storageMb: 0, releasesPerProduct: 10 };
    const sent: Wrong = {
      teamId: 'no-id',
      releaseId: 'no-id',
      key: 'wrong',
      client: 'limited',
      data: undefined,
      file: 'text',
    };
    const fields = {
      ...unchanged(release),
      version: other.version,
      productId: unknownId,
      branchId: unknownId,
      licenseIds: [licenseId, licenseId],
      setAsLatest: true,
    };
    // The whole bucket of one address, used up.
    const limited = { method: 'PUT', path: `/releases/${release.id}`, headers: { 'x-client': 'limited' } };
    for (let count = 0; count < 50; count += 1) await askLukittu(demo, limited);

    const steps: [step: number, status: number, details: string, repair: () => void][] = [
      [1, 400, 'Invalid teamId', () => (sent.teamId = demo.teamId)],
      [1, 400, 'Invalid releaseId', () => (sent.releaseId = unknownId)],
      [2, 401, 'Invalid API key', () => (sent.key = demo.apiKey)],
      [3, 429, 'Too many requests', () => (sent.client = 'other')],
      [4, 400, 'Missing data field', () => (sent.data = '{')],
      [4, 400, 'Invalid file', () => (sent.file = zip('x'.repeat(1025), 'plugin.'))],
      [4, 400, 'Invalid JSON in data field', () => (sent.data = { ...fields, status: 'LIVE' })],
      [5, 400, 'Invalid request body', () => (sent.data = fields)],
      [6, 400, 'File too large. Maximum size is 0.0 MB', () => (sent.file = zip('x', 'plugin.'))],
      [7, 400, 'File uploads require a paid subscription', () => (team.plan.uploads = true)],
      [8, 404, 'Product not found', () => (fields.productId = productId)],
      [9, 404, 'Release not found', () => (sent.releaseId = release.id)],
      // The version is unique in product and branch: on a branch that does not exist it is free.
      [11, 404, 'Branch not found', () => (fields.branchId = branchId)],
      [12, 404, 'One or more license IDs not found', () => (fields.licenseIds = [licenseId])],
      [13, 400, 'Cannot set as latest release when license IDs are provided', () => (fields.licenseIds = [])],
      [15, 400, 'Storage limit reached', () => (team.plan.storageMb = 1)],
      [17, 400, 'File must have an extension', () => (sent.file = zip('no zip', 'plugin.jar'))],
      [18, 400, 'Main class not found in JAR file', () => (sent.file = zip('fine'))],
      [21, 200, 'Release updated', () => undefined],
    ];
    for (const [step, status, details, repair] of steps) {
      const answer = await fetch(
        `${demo.origin}/api/v1/dev/teams/${sent.teamId}/releases/${sent.releaseId}`,
        requestFor(sent),
      );
      const body = await answer.json();
      expect([demo.requests.at(-1)?.step, answer.status, body]).toMatchObject([
        step,
        status,
        { result: { details } },
      ]);
      // Up to step 13 nothing is lost; from step 14 on the old file is.
      expect(release.file?.name).toBe(step < 14 ? 'old.zip' : step === 21 ? 'new.zip' : undefined);
      repair();
    }
  });
});

function requestFor(sent: Wrong): RequestInit {
  const body = new FormData();
  if (sent.data !== undefined)
    body.append('data', typeof sent.data === 'string' ? sent.data : JSON.stringify(sent.data));
  if (sent.file !== undefined) body.append('file', sent.file);
  return { method: 'PUT', body, headers: { authorization: `Bearer ${sent.key}`, 'x-client': sent.client } };
}

describe('a version', () => {
  it('may be taken on another branch, and not on the same, which is found before a missing branch', async () => {
    const { demo, release, other, branchId } = await startSmallTeam();
    const taken = { ...unchanged(release), version: other.version };
    expect((await update(demo, release, taken)).status).toBe(409);
    other.branchId = unknownId;
    expect(await update(demo, release, { ...taken, branchId: other.branchId })).toMatchObject({
      status: 409,
    });
    expect((await update(demo, release, { ...taken, branchId })).status).toBe(200);
  });
});

describe('a refusal after step 14', () => {
  it.each([
    ['no room', zip('x'), { storageMb: 0 }, 'Storage limit reached'],
    ['no extension', zip('x', 'plugin.'), {}, 'File must have an extension'],
    ['an empty file name', zip('x', ''), {}, 'File must have an extension'],
    ['a jar without a main class', zip('x', 'x.jar'), {}, 'Main class not found in JAR file'],
  ])(
    'for %s has destroyed the old file, while updatedAt has not moved',
    async (_why, file, plan, details) => {
      const { demo, release } = await startSmallTeam();
      Object.assign(demo.state.teams.get(demo.teamId)?.plan ?? {}, plan);
      const { updatedAt } = release;
      const key = release.file?.key ?? '';

      const answer = await update(demo, release, { ...unchanged(release), status: 'DRAFT' }, file);

      expect(answer).toEqual({ status: 400, details, data: null });
      expect(release).toMatchObject({ file: null, status: 'PUBLISHED', updatedAt });
      expect(demo.object(key)).toBeUndefined();
      expect(demo.requests.at(-1)?.applied).toBe(false);
    },
  );
});

describe('updates of one release at the same time', () => {
  it('end in one that passes and 500 for the others', async () => {
    const { demo, release } = await startSmallTeam();
    const send = () => update(demo, release, unchanged(release), zip('x'));
    const pause = demo.faults.add({ at: 'file-deleted', effect: { kind: 'pause' } });
    const first = send();
    await pause.reached;
    const others = await Promise.all([send(), send(), send()]);
    pause.resume();
    expect(others.map(({ status }) => status)).toEqual([500, 500, 500]);
    expect((await first).status).toBe(200);
    expect((await send()).status).toBe(200);
  });
});

describe('the rate limit', () => {
  it('counts refusals from step 4 on, and not those before step 3', async () => {
    const { demo, release } = await startSmallTeam({ limit: { requests: 2, windowMs: 300_000 } });
    const put = { method: 'PUT', path: `/releases/${release.id}`, form: { data: '{' } };
    const statuses = [];
    for (const request of [
      { ...put, key: 'wrong' },
      { ...put, path: '/releases/nope' },
      put,
      put,
      put,
      { ...put, key: 'wrong' },
    ])
      statuses.push((await askLukittu(demo, request)).status);
    expect(statuses).toEqual([401, 400, 400, 400, 429, 401]);
  });

  it('has a bucket of its own for creations', async () => {
    const { demo, release, productId } = await startSmallTeam({ limit: { requests: 1, windowMs: 300_000 } });
    const create = (version: string) =>
      askLukittu(demo, {
        method: 'POST',
        path: '/releases',
        form: { data: { version, productId, status: 'DRAFT' } },
      });
    expect((await update(demo, release, unchanged(release))).status).toBe(200);
    expect((await create('3.0.0')).status).toBe(201);
    expect((await create('3.1.0')).status).toBe(429);
  });
});

describe('a creation', () => {
  it('is refused when the plan has no room for another release', async () => {
    const { demo, productId } = await startSmallTeam();
    Object.assign(demo.state.teams.get(demo.teamId)?.plan ?? {}, { releasesPerProduct: 2 });
    const form = { data: { version: '3.0.0', productId, status: 'DRAFT' } };
    expect(await askLukittu(demo, { method: 'POST', path: '/releases', form })).toEqual({
      status: 403,
      details: 'Max releases per product reached',
      data: null,
    });
  });

  it('can be latest at once, with a file, on a branch', async () => {
    const { demo, release, productId, branchId } = await startSmallTeam();
    release.branchId = branchId;
    const data = { version: '3.0.0', productId, branchId, status: 'PUBLISHED', setAsLatest: true };
    const form = { data, file: zip('new', 'x.tar.gz') };
    const { status, data: created } = await askLukittu(demo, { method: 'POST', path: '/releases', form });
    expect([status, created]).toMatchObject([201, { latest: true, branchId, file: { name: 'x.tar.gz' } }]);
    expect(release.latest).toBe(false);
    const key = `releases/${demo.teamId}/${productId}-3.0.0.gz`;
    expect(demo.object(key)?.toString()).toBe('new');
  });
});
