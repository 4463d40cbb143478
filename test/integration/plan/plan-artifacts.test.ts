import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../electron/clock.ts';
import type { PlanArtifact } from '../../../electron/model/plan.ts';
import { filesIn, noFiles, type PlanFiles, takeArtifacts } from '../../../electron/plan/plan-artifacts.ts';
import { openArtifactVault } from '../../../electron/store/artifact-vault.ts';
import { exampleEntry, examplePlan } from '../../support/plans.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const content = Buffer.from('what is to be published');
const sha256 = createHash('sha256').update(content).digest('hex');
const size = content.length;

async function prepare() {
  const folder = tempFolder();
  mkdirSync(join(folder, 'artifacts'));
  writeFileSync(join(folder, 'artifacts', 'app.zip'), content);
  const vault = await openArtifactVault(join(tempFolder(), 'vault'), { clock: systemClock });
  const take = (changes: readonly Partial<PlanArtifact>[], files: PlanFiles = filesIn(folder)) => {
    const entries = changes.map((change) =>
      exampleEntry({
        file: {
          kind: 'replace',
          artifact: { name: 'app-1.4.1.zip', sha256, size, path: 'artifacts/app.zip', ...change },
        },
      }),
    );
    return takeArtifacts(examplePlan({ entries }), files, { vault, clock: systemClock });
  };
  return { folder, vault, take };
}

describe('the artifacts of a plan', () => {
  test('come into the vault under the names they are to be sent with', async () => {
    const { folder, vault, take } = await prepare();
    const { taken, problems } = await take([{}, { name: 'other.zip' }]);
    expect(problems).toEqual([]);
    expect(await vault.has(sha256, size)).toBe(true);
    expect(taken.get(1)).toMatchObject({
      artifact: { name: 'app-1.4.1.zip', sha256, size, jar: null },
      source: { path: join(folder, 'artifacts', 'app.zip') },
    });
    expect(taken.get(2)?.artifact.name).toBe('other.zip');
  });

  test('are looked into when the server will do so, by the name they are sent with', async () => {
    const { take } = await prepare();
    const { taken } = await take([{ name: 'app.jar' }]);
    expect(taken.get(1)?.artifact.jar).toMatchObject({ problem: expect.stringContaining('no jar') });
  });

  test.each([
    ['is missing', { path: 'artifacts/gone.zip', sha256: 'a'.repeat(64) }, /is not there/],
    ['is a folder', { path: 'artifacts' }, /folder, or a device/],
    ['has another size', { size: size + 1 }, /it has 23 bytes, the plan says 24/],
    ['has another content', { sha256: 'a'.repeat(64) }, /the plan says aaaa/],
  ])('one that %s is refused, and named', async (_what, change, message) => {
    const { take } = await prepare();
    const { taken, problems } = await take([{}, change]);
    expect([...taken.keys()]).toEqual([1]);
    expect(problems).toMatchObject([
      { kind: 'artifact', entry: 2, version: '1.4.0', field: 'file.artifact' },
    ]);
    expect(problems[0]?.message).toMatch(message);
  });

  test('are taken from the vault when it has what is no longer beside the plan', async () => {
    const { take } = await prepare();
    await take([{}]);
    const { taken, problems } = await take([{ path: 'cleaned/app.zip' }]);
    expect(problems).toEqual([]);
    expect(taken.get(1)).toMatchObject({ artifact: { sha256 }, source: null });
  });

  test('are not to be had for a pasted plan, unless the vault has them', async () => {
    const { take } = await prepare();
    const before = await take([{}], noFiles);
    expect(before.problems).toMatchObject([{ remedy: 'Open the plan as a file, beside its artifacts.' }]);
    await take([{}]);
    expect((await take([{}], noFiles)).problems).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('links and devices beside a plan', () => {
  test('a link that stays in the folder is followed', async () => {
    const { folder, take } = await prepare();
    symlinkSync('artifacts/app.zip', join(folder, 'newest.zip'));
    expect((await take([{ path: 'newest.zip' }])).problems).toEqual([]);
  });

  test.each(['file', 'folder'])(
    'a link to a %s outside leads nowhere, even to the very file',
    async (what) => {
      const { folder, take } = await prepare();
      const outside = tempFolder();
      writeFileSync(join(outside, 'app.zip'), content);
      if (what === 'file') symlinkSync(join(outside, 'app.zip'), join(folder, 'app.zip'));
      else symlinkSync(outside, join(folder, 'out'));
      const path = what === 'file' ? 'app.zip' : 'out/app.zip';
      expect((await take([{ path }])).problems).toMatchObject([
        { message: `The path ${path} leads out of the folder of the plan.` },
      ]);
    },
  );

  test('the folder of the plan itself may be reached by a link', async () => {
    const { folder, take } = await prepare();
    const link = join(tempFolder(), 'plans');
    symlinkSync(folder, link);
    expect((await take([{}], filesIn(link))).problems).toEqual([]);
  });

  test('a device is not read', async () => {
    const { folder, take } = await prepare();
    symlinkSync('/dev/zero', join(folder, 'zero.zip'));
    expect((await take([{ path: 'zero.zip', size: 0 }])).problems).toHaveLength(1);
    expect((await take([{ path: 'dev/zero' }], filesIn('/'))).problems).toMatchObject([
      { message: expect.stringMatching(/not there|folder, or a device|bytes/) },
    ]);
  });
});
