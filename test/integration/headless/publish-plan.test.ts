import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { lostAnswer } from '../../../electron/demo/faults.ts';
import { addProduct } from '../../../electron/demo/state.ts';
import { createSessionKeyStore } from '../../../electron/keys/session-key-store.ts';
import type { PlanBase } from '../../../electron/model/plan.ts';
import { createServices } from '../../../electron/services.ts';
import { lockFolder } from '../../../electron/store/folder-lock.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { addressOf, deprecating, replacing, run, startTeam, writePlan } from '../../support/headless.ts';
import { jarOf } from '../../support/jars.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const versions = ['1.1.0', '1.2.0', '1.3.0'] as const;
const noLimit = ['--rate-limit', 'none'];

describe('publishing a plan without a window', () => {
  test('publishes every release as it is meant, in the plan’s order, and tells each change of state', async () => {
    const team = await startTeam(versions);
    const [first, second] = team.releases;
    const content = Buffer.alloc(500_000, 'new');
    const path = writePlan(
      team,
      [
        { ...deprecating(first ?? team.other), file: replacing('app.zip', content) },
        deprecating(second ?? team.other),
        {
          productId: team.productId,
          releaseId: null,
          base: null,
          fields: { version: '3.0.0', status: 'PUBLISHED', setAsLatest: true },
          file: { kind: 'keep' },
        },
      ],
      { files: { 'app.zip': content } },
    );
    const ran = await run(team, [path, '--json', ...addressOf(team)]);
    expect(ran.code).toBe(0);
    expect(first).toMatchObject({ status: 'DEPRECATED', file: { name: 'app.zip', size: content.length } });
    expect(team.demo.object(first?.file?.key ?? '')?.equals(content)).toBe(true);
    expect(second?.status).toBe('DEPRECATED');
    expect(ran.states('1.1.0')).toEqual([
      'waiting',
      'reading',
      'merging',
      'sending',
      'answering',
      'verifying',
      'verified',
    ]);
    const created = ran.lines.filter(({ version, state }) => version === '3.0.0' && state === 'verified');
    expect(created).toMatchObject([{ entry: 3, status: 201, reason: null }]);
    expect([...team.team.releases.values()].find(({ latest }) => latest)?.id).toBe(created[0]?.releaseId);
    expect(ran.lines.at(-1)).toMatchObject({ event: 'end', result: 'done', published: 3, notStarted: 0 });
    expect(
      team.demo.requests.filter(({ applied }) => applied).map(({ path: to }) => to.split('/').at(-1)),
    ).toEqual([first?.id, second?.id, 'releases']);
  });

  test('run again, finds that there is nothing left to do and sends nothing', async () => {
    const team = await startTeam(versions);
    const content = Buffer.from('new');
    const path = writePlan(
      team,
      [
        ...team.releases.map((release) => ({ ...deprecating(release), file: replacing('app.zip', content) })),
        {
          productId: team.productId,
          releaseId: null,
          base: null,
          fields: { version: '3.0.0' },
          file: replacing('app.zip', content),
        },
      ],
      { files: { 'app.zip': content } },
    );
    const args = [path, '--json', ...addressOf(team), ...noLimit];
    expect((await run(team, args)).code).toBe(0);
    team.demo.forgetRequests();
    const again = await run(team, args);
    expect(again.lines.at(-1)).toMatchObject({ result: 'done', published: 0, unchanged: 4 });
    expect(team.demo.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('waits for the server’s limit and ends with no request refused', async () => {
    const clock = createFakeClock();
    const many = ['1.1.0', '1.2.0', '1.3.0', '1.4.0', '1.5.0', '1.6.0', '1.7.0'];
    const team = await startTeam(many, { clock, limit: { requests: 5, windowMs: 300_000 } });
    const path = writePlan(team, team.releases.map(deprecating));
    let verified = 0;
    const startedAt = clock.now();
    const ran = await run(team, [path, '--json', ...addressOf(team)], {
      clock,
      onLine: ({ state }) => {
        if (state === 'verified') verified += 1;
        if (state === 'verified' && verified === 5) void clock.advance(305_000);
      },
    });
    expect(ran.code).toBe(0);
    const waits = ran.lines.filter(({ reason, until }) => reason === 'slot' && until);
    expect(waits.map(({ version }) => version)).toEqual(['1.6.0', '1.7.0']);
    expect(ran.lines.find(({ event }) => event === 'forecast')).toMatchObject({
      doneAt: expect.stringMatching(/^2026-01-01T12:05:/),
    });
    expect(clock.now() - startedAt).toBe(305_000);
    expect(team.demo.requests.filter(({ status }) => status === 429)).toEqual([]);
  });

  test('lets what creates releases not wait for the slots of what updates them', async () => {
    const clock = createFakeClock();
    const many = ['1.1.0', '1.2.0', '1.3.0', '1.4.0', '1.5.0', '1.6.0'];
    const team = await startTeam(many, { clock, limit: { requests: 5, windowMs: 300_000 } });
    const other = addProduct(team.team, { name: 'Another' });
    const created = {
      productId: other.id,
      releaseId: null,
      base: null,
      fields: { version: '1.0.0' },
      file: { kind: 'keep' },
    } as const;
    const path = writePlan(team, [...team.releases.map(deprecating), created]);
    const order: string[] = [];
    const ran = await run(team, [path, '--json', ...addressOf(team)], {
      clock,
      onLine: ({ state, version }) => {
        if (state === 'verified') order.push(version ?? '');
        if (state === 'verified' && order.length === 6) void clock.advance(305_000);
      },
    });
    expect(ran.code).toBe(0);
    expect(order.slice(-2)).toEqual(['1.0.0', '1.6.0']);
  });

  test('takes an order that only works as an order', async () => {
    const team = await startTeam(['1.1.0']);
    const [release = team.other] = team.releases;
    const path = writePlan(team, [
      { ...deprecating(release), fields: { version: '1.1.0-old' } },
      {
        productId: team.productId,
        releaseId: null,
        base: null,
        fields: { version: '1.1.0' },
        file: { kind: 'keep' },
      },
    ]);
    expect((await run(team, [path, ...addressOf(team)])).code).toBe(0);
    expect([...team.team.releases.values()].map(({ version }) => version).sort()).toEqual([
      '1.0.0',
      '1.1.0',
      '1.1.0-old',
      '2.0.0',
    ]);
  });

  test('begins at the time the plan says', async () => {
    const clock = createFakeClock();
    const team = await startTeam(versions, { clock });
    const startAt = new Date(clock.now() + 3_600_000).toISOString();
    const path = writePlan(team, team.releases.map(deprecating), { batch: { startAt } });
    const ran = await run(team, [path, '--json', ...addressOf(team)], {
      clock,
      onLine: ({ event }) => {
        if (event === 'wait') void clock.advance(3_600_000);
      },
    });
    expect(ran.code).toBe(0);
    const sentAt = team.demo.requests.filter(({ method }) => method === 'PUT').map(({ at }) => at);
    expect(Math.min(...sentAt)).toBeGreaterThanOrEqual(Date.parse(startAt));
  });

  test('leaves nothing behind when no data folder was named', async () => {
    const temporary = tempFolder();
    vi.stubEnv('TMPDIR', temporary);
    const team = await startTeam(versions);
    const ran = await run(team, [writePlan(team, team.releases.map(deprecating)), ...addressOf(team)]);
    vi.unstubAllEnvs();
    expect(ran.code).toBe(0);
    expect(readdirSync(temporary).filter((name) => name.startsWith('lukittu-publish-'))).toEqual([]);
  });

  test('never shows the key', async () => {
    const team = await startTeam(versions);
    const path = writePlan(team, team.releases.map(deprecating));
    const shown = await run(team, [path, '--json', ...addressOf(team)]);
    const refused = await run(team, [path, ...addressOf(team)], {
      env: { LUKITTU_API_KEY: 'secret-of-mine\u0007' },
    });
    expect(shown.text).not.toContain(team.demo.apiKey);
    expect(refused.text + refused.errors).not.toContain('secret-of-mine');
    expect(refused.code).toBe(1);
  });
});

describe('a dry run', () => {
  test('says what would be done, and does nothing', async () => {
    const team = await startTeam(versions);
    const path = writePlan(team, team.releases.map(deprecating));
    const folder = tempFolder();
    const ran = await run(team, [path, '--dry-run', ...addressOf(team), '--data-folder', folder]);
    expect(ran.code).toBe(0);
    expect(ran.text).toContain('Status: Published → Deprecated');
    expect(ran.text).toMatch(/Nothing stands against it\.\n$/);
    expect(team.demo.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    const again = await run(team, [path, '--json', '--dry-run', ...addressOf(team), '--data-folder', folder]);
    expect(again.lines.filter(({ event }) => event === 'step')).toMatchObject(
      versions.map((version) => ({ version, outcome: 'change', changes: [{ label: 'Status' }] })),
    );
  });
});

describe('a dry run of a batch that begins at a time', () => {
  const startAt = '2150-01-01T00:00:00.000Z';

  test('says when it would begin, and does not wait for it', async () => {
    const team = await startTeam(versions);
    const path = writePlan(team, team.releases.map(deprecating), { batch: { startAt } });
    const ran = await run(team, [path, '--dry-run', ...addressOf(team)]);
    expect(ran.code).toBe(0);
    expect(ran.text).toMatch(/Would begin at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d, in \d+ d[^\n]*\.\nNothing/);
    const asJson = await run(team, [path, '--dry-run', '--json', ...addressOf(team)]);
    expect(asJson.lines).toContainEqual(expect.objectContaining({ event: 'wait', until: startAt }));
  });

  test('says nothing of a time that has passed', async () => {
    const team = await startTeam(versions);
    const batch = { startAt: '2020-01-01T00:00:00.000Z' };
    const path = writePlan(team, team.releases.map(deprecating), { batch });
    const ran = await run(team, [path, '--dry-run', ...addressOf(team)]);
    expect(ran.text).not.toContain('begin');
  });
});

describe('what is refused before anything is sent', () => {
  test('a plan without an entry, which says so', async () => {
    const team = await startTeam(versions);
    const ran = await run(team, [writePlan(team, []), ...addressOf(team)]);
    expect(ran.code).toBe(2);
    expect(ran.text).toContain('entries: The plan has no entries. Write one for each release.');
  });

  test.each(['taken', join('taken', 'inside')])('a data folder that cannot be one: %s', async (name) => {
    const team = await startTeam(versions);
    const folder = tempFolder();
    writeFileSync(join(folder, 'taken'), 'a file');
    const path = writePlan(team, team.releases.map(deprecating));
    const ran = await run(team, [path, ...addressOf(team), '--data-folder', name], { folder });
    expect(ran.code).toBe(1);
    expect(ran.text).toContain(`--data-folder=${name}: `);
  });

  test('nothing because of ids in capitals: the server writes all of them small', async () => {
    const team = await startTeam(versions);
    const [first = team.other] = team.releases;
    const { branchId, licenseId } = team;
    const inCapitals = {
      ...deprecating(first),
      productId: team.productId.toUpperCase(),
      releaseId: first.id.toUpperCase(),
      fields: {
        status: 'DEPRECATED' as const,
        branchId: branchId.toUpperCase(),
        licenseIds: [licenseId.toUpperCase()],
      },
    };
    const path = writePlan(team, [inCapitals]);
    const ran = await run(team, [
      path,
      '--server',
      team.demo.origin,
      '--team',
      team.demo.teamId.toUpperCase(),
    ]);
    expect(ran.code).toBe(0);
    expect(first).toMatchObject({ status: 'DEPRECATED', branchId, licenseIds: [licenseId] });
  });

  test('one release that the checks block keeps all of them from being sent', async () => {
    const team = await startTeam(versions);
    const [first = team.other, ...rest] = team.releases;
    const path = writePlan(team, [
      ...rest.map(deprecating),
      { ...deprecating(first), fields: { version: '2.0.0' } },
    ]);
    const ran = await run(team, [path, '--json', ...addressOf(team)]);
    expect(ran.code).toBe(2);
    expect(ran.lines).toContainEqual(
      expect.objectContaining({ event: 'finding', entry: 3, rule: 'version-taken', severity: 'blocks' }),
    );
    expect(ran.lines.at(-1)).toMatchObject({ result: 'refused', exitCode: 2 });
    expect(team.demo.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('a text that many databases cannot keep, in a dry run as well', async () => {
    const team = await startTeam(versions);
    const [first = team.other] = team.releases;
    const fields = { metadata: [{ key: 'a\0b', value: 'x', locked: false }] };
    const path = writePlan(team, [{ ...deprecating(first), fields }]);
    for (const more of [['--dry-run'], []]) {
      const ran = await run(team, [path, ...more, ...addressOf(team)]);
      expect(ran.code).toBe(2);
      expect(ran.text).toContain('Refused: The key of the metadata “ab” has U+0000 in it');
      expect(ran.text).not.toContain('Nothing stands against it');
    }
    expect(team.demo.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('an artifact that is not the one that was reviewed', async () => {
    const team = await startTeam(versions);
    const [first = team.other] = team.releases;
    const entry = { ...deprecating(first), file: replacing('app.zip', Buffer.from('reviewed')) };
    const path = writePlan(team, [entry], { files: { 'app.zip': Buffer.from('tampered') } });
    const ran = await run(team, [path, ...addressOf(team)]);
    expect(ran.code).toBe(2);
    expect(ran.text).toContain('Entry 1, file.artifact: The file app.zip is not the one the plan names');
  });

  test('a plan for another team', async () => {
    const team = await startTeam(versions);
    const path = writePlan(team, team.releases.map(deprecating));
    const other = await startTeam(versions);
    const ran = await run(other, [path, ...addressOf(other)]);
    expect(ran.code).toBe(2);
    expect(ran.text).toContain('connection.serverUrl: The plan is for');
  });

  test('a file that is no plan', async () => {
    const team = await startTeam([]);
    const ran = await run(team, [import.meta.filename, '--json', ...addressOf(team)]);
    expect(ran.code).toBe(2);
    expect(ran.lines).toMatchObject([
      { event: 'problem', kind: 'form' },
      { event: 'end', result: 'refused' },
    ]);
  });

  test('arguments that make no sense, in a sentence, and for a program as lines of JSON', async () => {
    const team = await startTeam([]);
    const told = await run(team, ['a.json', '--on-conflict=ours']);
    expect(told).toMatchObject({
      code: 64,
      text: '',
      errors: '--on-conflict is stop, mine or theirs, not ours. --help says what can be given.\n',
    });
    const asJson = await run(team, ['a.json', '--dryrun', '--json']);
    expect(asJson.code).toBe(64);
    expect(asJson.lines).toMatchObject([
      { event: 'error', kind: 'invalid-input', message: "Unknown option '--dryrun'." },
      { event: 'end', result: 'usage', exitCode: 64 },
    ]);
  });

  test.each([
    ['plan.json', 'plan.json: There is no such plan.'],
    ['.', '.: This is no file.'],
  ])('a plan that cannot be read, named as it was typed: %s', async (path, words) => {
    const team = await startTeam([]);
    const ran = await run(team, [path, ...addressOf(team)], { folder: tempFolder() });
    expect(ran.code).toBe(1);
    expect(ran.text).toContain(words);
  });
});

describe('help and version', () => {
  test('are told, and nothing is done', async () => {
    const team = await startTeam([]);
    expect(await run(team, ['--help'])).toMatchObject({
      code: 0,
      text: expect.stringContaining('--on-conflict'),
    });
    expect(await run(team, ['--version'])).toMatchObject({ code: 0, text: '1.2.3\n' });
    expect(team.demo.requests).toEqual([]);
  });
});

describe('where the plan is', () => {
  test('is seen from the folder it was asked for in, and its artifacts from its own', async () => {
    const team = await startTeam(versions);
    const content = Buffer.from('new');
    const [first = team.other] = team.releases;
    const entry = { ...deprecating(first), file: replacing('app.zip', content, 'files/app.zip') };
    const path = writePlan(team, [entry], { files: { 'files/app.zip': content } });
    const above = dirname(dirname(path));
    const ran = await run(team, [relative(above, path), ...addressOf(team)], { folder: above });
    expect(ran.code).toBe(0);
    expect(first.file).toMatchObject({ name: 'app.zip', size: content.length });
  });

  test('a data folder is seen from there as well', async () => {
    const team = await startTeam(versions);
    const folder = tempFolder();
    const path = writePlan(team, team.releases.map(deprecating));
    const args = [path, ...addressOf(team), '--data-folder', 'data'];
    expect((await run(team, args, { folder })).code).toBe(0);
    expect(readdirSync(join(folder, 'data'))).toContain('releases.db');
  });

  test('can be a pipe: its artifacts are in the current folder then', async () => {
    const team = await startTeam(versions);
    const content = Buffer.from('new');
    const [first = team.other] = team.releases;
    const entry = { ...deprecating(first), file: replacing('app.zip', content) };
    const path = writePlan(team, [entry], { files: { 'app.zip': content } });
    const ran = await run(team, ['-', ...addressOf(team)], {
      folder: dirname(path),
      input: readFileSync(path),
    });
    expect(ran.code).toBe(0);
    expect(first).toMatchObject({ status: 'DEPRECATED', file: { name: 'app.zip' } });
  });

  test('a ZIP is taken by its path, and not from a pipe', async () => {
    const team = await startTeam(versions);
    const [first = team.other] = team.releases;
    const plan = readFileSync(writePlan(team, [deprecating(first)]), 'utf8');
    const path = join(tempFolder(), 'plan.zip');
    writeFileSync(path, await jarOf({ 'plan.json': plan }));
    const piped = await run(team, ['-', ...addressOf(team)], { input: readFileSync(path) });
    expect(piped.code).toBe(1);
    expect(piped.text).toContain('What was piped in is a ZIP. Give the path of the file instead of “-”.');
    expect(first.status).toBe('PUBLISHED');
    expect((await run(team, [path, ...addressOf(team)])).code).toBe(0);
    expect(first.status).toBe('DEPRECATED');
  });
});

describe('when others have changed the same field', () => {
  async function stalePlan(batch = {}) {
    const team = await startTeam(versions);
    const [first = team.other, second = team.other] = team.releases;
    const base: PlanBase = {
      version: first.version,
      status: 'PUBLISHED',
      latest: false,
      branchId: null,
      metadata: [],
      licenseIds: [],
      file: { name: first.file?.name ?? '', size: first.file?.size ?? 0, md5: first.file?.checksum ?? null },
    };
    const path = writePlan(team, [{ ...deprecating(first), base }, deprecating(second)], { batch });
    first.status = 'ARCHIVED';
    return { team, path, first, second };
  }

  test('nothing is sent, and the exit code says conflict', async () => {
    const { team, path, first, second } = await stalePlan();
    const ran = await run(team, [path, '--json', ...addressOf(team)]);
    expect(ran.code).toBe(3);
    expect(ran.lines).toContainEqual(
      expect.objectContaining({
        event: 'problem',
        kind: 'stale',
        field: 'Status',
        remedy: expect.stringContaining('--on-conflict=mine or --on-conflict=theirs'),
      }),
    );
    expect([first.status, second.status]).toEqual(['ARCHIVED', 'PUBLISHED']);
  });

  test.each([
    ['mine', 'DEPRECATED'],
    ['theirs', 'ARCHIVED'],
  ] as const)('--on-conflict=%s decides', async (whose, status) => {
    const { team, path, first, second } = await stalePlan();
    const ran = await run(team, [path, '--json', `--on-conflict=${whose}`, ...addressOf(team)]);
    expect(ran.code).toBe(0);
    expect(first.status).toBe(status);
    expect(second.status).toBe('DEPRECATED');
    expect(ran.states('1.1.0')).toContain('conflict');
    const ended = ran.lines.filter(({ state }) => state === 'verified').map(({ version }) => version);
    expect(ended).toEqual(['1.1.0', '1.2.0']);
  });

  test.each([
    ['mine', ['Status: Archived → Deprecated', 'The plan’s value counts, as --on-conflict=mine says.']],
    ['theirs', ['others have made it “Archived” since. It stays so, as --on-conflict=theirs says.']],
  ] as const)('a dry run says beforehand what comes of --on-conflict=%s', async (whose, words) => {
    const { team, path } = await stalePlan();
    const ran = await run(team, [path, '--dry-run', `--on-conflict=${whose}`, ...addressOf(team)]);
    expect(ran.code).toBe(0);
    for (const word of words) expect(ran.text).toContain(word);
    expect(ran.text.includes('1.1.0  is updated\n        Status: Archived → Deprecated')).toBe(
      whose === 'mine',
    );
    expect(ran.text).not.toContain('You will be asked');
  });

  test('after the checks, the batch stops there, and says what it had done', async () => {
    const team = await startTeam(versions);
    const [first = team.other, second = team.other, third = team.other] = team.releases;
    const path = writePlan(team, team.releases.map(deprecating));
    team.demo.faults
      .add({ method: 'PUT', path: first.id, at: 'answer', effect: { kind: 'pause' } })
      .reached.then(() => {
        second.status = 'ARCHIVED';
        team.demo.faults.resume();
      });
    const ran = await run(team, [path, '--json', ...addressOf(team)]);
    expect(ran.code).toBe(3);
    expect([first, second, third].map(({ status }) => status)).toEqual([
      'DEPRECATED',
      'ARCHIVED',
      'PUBLISHED',
    ]);
    expect(ran.lines.at(-1)).toMatchObject({ published: 1, conflicts: 1, notStarted: 1 });
    expect(ran.states('1.3.0')).toEqual(['waiting', 'not-started']);
  });
});

describe('when it goes wrong', () => {
  test('the first failure stops the batch, unless the plan says to go on', async () => {
    for (const [onFailure, expected] of [
      ['stop', { published: 0, failed: 1, notStarted: 2 }],
      ['go-on', { published: 2, failed: 1, notStarted: 0 }],
    ] as const) {
      const team = await startTeam(versions);
      const [first = team.other] = team.releases;
      const refusal = { kind: 'answer', status: 403, details: 'Not yours' } as const;
      team.demo.faults.add({ method: 'PUT', path: first.id, at: 'received', effect: refusal });
      const path = writePlan(team, team.releases.map(deprecating), { batch: { onFailure } });
      const ran = await run(team, [path, '--json', ...addressOf(team), ...noLimit]);
      expect(ran.code).toBe(1);
      expect(ran.lines.at(-1)).toMatchObject({ result: 'failed', ...expected });
      expect(ran.lines).toContainEqual(
        expect.objectContaining({ version: '1.1.0', state: 'failed', status: 403, details: 'Not yours' }),
      );
    }
  });

  test('an answer that was lost is looked up, and nothing is sent twice', async () => {
    const team = await startTeam(versions);
    team.demo.faults.add({ method: 'PUT', ...lostAnswer });
    const ran = await run(team, [
      writePlan(team, team.releases.map(deprecating)),
      '--json',
      ...addressOf(team),
    ]);
    expect(ran.code).toBe(0);
    expect(ran.states('1.1.0').slice(-3)).toEqual(['answering', 'unknown', 'verified']);
    expect(ran.lines).toContainEqual(
      expect.objectContaining({ version: '1.1.0', state: 'verified', status: null }),
    );
    expect(team.demo.requests.filter(({ method }) => method === 'PUT')).toHaveLength(3);
  });

  test('a key that is refused in the middle of it ends the run, since nobody is there to enter another', async () => {
    const team = await startTeam(versions);
    const path = writePlan(team, team.releases.map(deprecating));
    const ran = await run(team, [path, '--json', ...addressOf(team)], {
      onLine: ({ version, state }) => {
        if (version === '1.1.0' && state === 'verified') team.team.apiKey = 'another';
      },
    });
    expect(ran.code).toBe(1);
    expect(ran.lines).toContainEqual(
      expect.objectContaining({
        version: '1.2.0',
        state: 'failed',
        reason: 'There is no API key that the server accepts.',
      }),
    );
    expect(ran.lines.at(-1)).toMatchObject({ published: 1, failed: 1, notStarted: 1 });
  });

  test('what a run left in doubt is found out by the next one before it is sent again', async () => {
    const team = await startTeam(versions);
    const folder = tempFolder();
    const path = writePlan(team, team.releases.slice(0, 1).map(deprecating));
    const args = [path, '--json', ...addressOf(team), ...noLimit, '--data-folder', folder];
    team.demo.faults.add({ method: 'PUT', ...lostAnswer });
    const looks = team.demo.faults.add({
      method: 'GET',
      path: `search=1.1.0`,
      nth: 2,
      times: 'always',
      at: 'arrival',
      effect: { kind: 'html', status: 502 },
    });
    let interrupt = (): void => undefined;
    const first = await run(team, args, {
      withInterrupt: (given) => {
        interrupt = given;
      },
      onLine: ({ state }) => {
        if (state === 'unknown') interrupt();
      },
    });
    expect(first.code).toBe(130);
    looks.remove();
    const second = await run(team, args);
    expect(second.code).toBe(0);
    expect(team.demo.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  test('a server that is away is told of before anything is begun', async () => {
    const team = await startTeam(versions);
    const path = writePlan(team, team.releases.map(deprecating));
    await team.demo.stop();
    const ran = await run(team, [path, '--json', ...addressOf(team)]);
    expect(ran.code).toBe(1);
    expect(ran.lines.at(-2)).toMatchObject({ event: 'error', kind: 'connection-refused' });
  });
});

describe('the connections of the app', () => {
  /** A data folder of the app with one connection, and the keyring that holds its key. */
  async function appFolder({ demo }: Awaited<ReturnType<typeof startTeam>>) {
    const folder = tempFolder();
    const keyring = createSessionKeyStore();
    const services = await createServices({
      dataFolder: folder,
      keyring,
      keyringProblem: null,
      app: { version: '', platform: '', runtime: '' },
    });
    const form = { name: 'Northwind', serverUrl: demo.origin, teamId: demo.teamId, apiKey: demo.apiKey };
    await services.handlers['connections.add']({ ...form, maxFileBytes: 1e7, rateLimit: null }, []);
    await services.close();
    return { folder, keyring };
  }

  test.each([
    ['its name', ['--connection', 'Northwind']],
    ['the plan alone', []],
  ])('are found by %s, with the key from the keyring', async (_what, args) => {
    const team = await startTeam(versions);
    const { folder, keyring } = await appFolder(team);
    const path = writePlan(team, team.releases.map(deprecating));
    const ran = await run(team, [path, ...args, '--data-folder', folder], { env: {}, keyring });
    expect(ran.code).toBe(0);
    expect(team.releases.map(({ status }) => status)).toEqual(['DEPRECATED', 'DEPRECATED', 'DEPRECATED']);
  });

  test('a key in the environment goes before the one in the keyring, and is not written down', async () => {
    const team = await startTeam(versions);
    const { folder, keyring } = await appFolder(team);
    team.team.apiKey = 'a-newer-key';
    const path = writePlan(team, team.releases.map(deprecating));
    const env = { LUKITTU_API_KEY: 'a-newer-key', LUKITTU_DATA_FOLDER: folder };
    expect((await run(team, [path, '--connection', 'Northwind'], { env, keyring })).code).toBe(0);
    expect(
      (
        await run(team, [path, '--connection', 'Northwind'], {
          env: { LUKITTU_DATA_FOLDER: folder },
          keyring,
        })
      ).code,
    ).toBe(1);
  });

  test('a key in the environment never goes to a server that only the plan names', async () => {
    const team = await startTeam(versions);
    const path = writePlan(team, team.releases.map(deprecating));
    const ran = await run(team, [path, '--json', '--data-folder', tempFolder()]);
    expect(ran.code).toBe(1);
    expect(ran.lines).toContainEqual(expect.objectContaining({ event: 'error', kind: 'not-known' }));
    expect(team.demo.requests).toEqual([]);
  });

  test('a name there is none of is told with those there are', async () => {
    const team = await startTeam(versions);
    const { folder, keyring } = await appFolder(team);
    const path = writePlan(team, team.releases.map(deprecating));
    const ran = await run(team, [path, '--connection', 'Northwynd', '--data-folder', folder], {
      env: {},
      keyring,
    });
    expect(ran.text).toContain('There is no connection named “Northwynd”, only “Northwind”.');
  });

  test('no key at all is told of, with the keyring’s trouble', async () => {
    const team = await startTeam(versions);
    const { folder } = await appFolder(team);
    const path = writePlan(team, team.releases.map(deprecating));
    const ran = await run(team, [path, '--data-folder', folder], { env: {} });
    expect(ran.text).toContain('No keyring here. Put the key into the environment variable LUKITTU_API_KEY.');
  });

  test('a folder that the open app uses is left alone', async () => {
    const team = await startTeam(versions);
    const { folder, keyring } = await appFolder(team);
    const lock = lockFolder(folder);
    const path = writePlan(team, team.releases.map(deprecating));
    const ran = await run(team, [path, '--data-folder', folder], { env: {}, keyring });
    lock.release();
    expect(ran.code).toBe(1);
    expect(ran.text).toContain('data folder is in use');
  });

  test('a draft of the person’s own is neither published nor overwritten', async () => {
    const team = await startTeam(versions);
    const { folder, keyring } = await appFolder(team);
    const services = await createServices({
      dataFolder: folder,
      keyring,
      keyringProblem: null,
      app: { version: '', platform: '', runtime: '' },
    });
    const { handlers } = services;
    const [connection] = await handlers['connections.list']({}, []);
    const connectionId = connection?.id ?? '';
    const { productId } = team;
    await handlers['releases.refresh']({ connectionId, productId }, []);
    const [first = team.other] = team.releases;
    const { draft } = await handlers['drafts.open']({ connectionId, productId, releaseId: first.id }, []);
    await handlers['drafts.change']({ draftId: draft.id, change: { fields: { status: 'ARCHIVED' } } }, []);
    await services.close();
    const path = writePlan(team, team.releases.map(deprecating));
    const ran = await run(team, [path, '--json', '--data-folder', folder], { env: {}, keyring });
    expect(ran.code).toBe(2);
    expect(ran.lines).toContainEqual(expect.objectContaining({ event: 'problem', kind: 'draft', entry: 1 }));
    expect(existsSync(join(folder, 'releases.db'))).toBe(true);
    expect(team.releases.every(({ status }) => status === 'PUBLISHED')).toBe(true);
  });
});
