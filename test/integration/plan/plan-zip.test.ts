import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ZipFile } from 'yazl';
import { systemClock } from '../../../electron/clock.ts';
import type { Plan } from '../../../electron/model/plan.ts';
import { takeArtifacts } from '../../../electron/plan/plan-artifacts.ts';
import { openPlan } from '../../../electron/plan/plan-source.ts';
import { openPlanZip } from '../../../electron/plan/read-plan-zip.ts';
import { writePlanZip } from '../../../electron/plan/write-plan-zip.ts';
import { openArtifactVault } from '../../../electron/store/artifact-vault.ts';
import { crowdedZip, type RawEntry, rawZip } from '../../support/jars.ts';
import { bytesOf, exampleEntry, examplePlan } from '../../support/plans.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const idOf = (n: number): string => `6d0cb053-941c-491f-a3a3-${String(n).padStart(12, '0')}`;

/** A plan that replaces the file of one release with each of these. */
function planFor(artifacts: readonly { path: string; content: Buffer; size?: number }[]): Plan {
  const entries = artifacts.map(({ path, content, size = content.length }, index) =>
    exampleEntry({
      releaseId: idOf(index),
      file: { kind: 'replace', artifact: { name: 'app.zip', sha256: hashOf(content), size, path } },
    }),
  );
  return examplePlan({ entries });
}

const newVault = () => openArtifactVault(join(tempFolder(), 'vault'), { clock: systemClock });

/** Opens these bytes as a plan, and takes its artifacts; what is unpacked of it goes below the scratch folder. */
async function open(bytes: Buffer, scratch: string = tempFolder()) {
  const path = join(tempFolder(), 'plan.zip');
  writeFileSync(path, bytes);
  const zip = await openPlanZip(path, scratch);
  onTestFinished(() => zip.close());
  const problems = [...zip.read.problems];
  const vault = await newVault();
  if (zip.read.plan) {
    problems.push(...(await takeArtifacts(zip.read.plan, zip.files, { vault, clock: systemClock })).problems);
  }
  return { plan: zip.read.plan, problems, messages: problems.map(({ message }) => message), scratch, zip };
}

const content = randomBytes(100_000);
const plan = planFor([{ path: 'artifacts/app.zip', content }]);
const planEntry: RawEntry = { name: 'plan.json', content: Buffer.from(bytesOf(plan)) };
const artifactEntry: RawEntry = { name: 'artifacts/app.zip', content };

describe('a plan with its artifacts in one ZIP', () => {
  test('comes back as it was, on a machine that has neither', async () => {
    const vault = await newVault();
    const contents = [content, Buffer.alloc(0), randomBytes(3)];
    for (const bytes of contents) await vault.add({ name: 'x', bytes }, { maxBytes: 1e6 });
    const written = planFor(
      contents.map((bytes, index) => ({ path: `artifacts/${index}/ä.zip`, content: bytes })),
    );
    const path = join(tempFolder(), 'plan.zip');
    await writePlanZip(written, vault, path);
    const opened = await open(readFileSync(path));
    expect(opened.problems).toEqual([]);
    expect(opened.plan).toEqual(written);
  });

  test('is told from a JSON file by what it is, not by its name', async () => {
    const path = join(tempFolder(), 'plan.json');
    writeFileSync(path, rawZip([planEntry, artifactEntry]));
    const source = await openPlan({ path });
    onTestFinished(() => source.close());
    expect(source.read.plan).toEqual(plan);
  });

  test('has the same bytes for the same plan', async () => {
    const vault = await newVault();
    await vault.add({ name: 'x', bytes: content }, { maxBytes: 1e6 });
    const folder = tempFolder();
    await writePlanZip(plan, vault, join(folder, 'a.zip'));
    await writePlanZip(plan, vault, join(folder, 'b.zip'));
    expect(readFileSync(join(folder, 'a.zip')).equals(readFileSync(join(folder, 'b.zip')))).toBe(true);
  });

  test('is not written at all when an artifact is gone', async () => {
    const folder = tempFolder();
    await expect(writePlanZip(plan, await newVault(), join(folder, 'a.zip'))).rejects.toMatchObject({
      failure: { kind: 'artifact-missing' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('leaves nothing behind when it is closed', async () => {
    const { zip, scratch } = await open(rawZip([planEntry, artifactEntry]));
    expect(readdirSync(scratch)).toHaveLength(1);
    await zip.close();
    expect(readdirSync(scratch)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('is unpacked for its user alone', async () => {
    const { scratch } = await open(rawZip([planEntry, artifactEntry]));
    const unpacked = readdirSync(scratch, { recursive: true, withFileTypes: true });
    const modes = unpacked.map((entry) => statSync(join(entry.parentPath, entry.name)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
  });

  test('may hold what people’s tools add to it', async () => {
    const more = [
      { name: '__MACOSX/._plan.json' },
      { name: 'artifacts/' },
      { name: 'artifacts/.DS_Store', content: Buffer.from('more') },
    ];
    expect((await open(rawZip([planEntry, artifactEntry, ...more]))).problems).toEqual([]);
  });
});

describe('a ZIP that is made to do harm', () => {
  test.each<[string, Buffer, RegExp]>([
    ['without a plan', rawZip([artifactEntry]), /no plan.json in the ZIP/],
    [
      'with two plans',
      rawZip([planEntry, planEntry, artifactEntry]),
      /plan.json is in the ZIP more than once/,
    ],
    ['without the artifact', rawZip([planEntry]), /no artifacts\/app.zip in the ZIP/],
    ['with two of the artifact', rawZip([planEntry, artifactEntry, artifactEntry]), /more than once/],
    ['that is none', Buffer.from('PK\u0003\u0004 but no more'), /no ZIP at all/],
    ['that was cut off', rawZip([planEntry, artifactEntry]).subarray(0, 2000), /no ZIP at all/],
    [
      'with damaged data',
      rawZip([planEntry, { ...artifactEntry, packed: Buffer.alloc(50, 0xff) }]),
      /artifacts\/app.zip is damaged/,
    ],
    ['with an encrypted plan', rawZip([{ ...planEntry, flags: 1 }, artifactEntry]), /plan.json is encrypted/],
    [
      'packed in a way of its own',
      rawZip([planEntry, { ...artifactEntry, method: 12, packed: content }]),
      /in a way this app cannot read/,
    ],
    [
      'with other bytes than the plan says',
      rawZip([planEntry, { ...artifactEntry, content: randomBytes(100_000) }]),
      /SHA-256/,
    ],
    [
      'with too few bytes',
      rawZip([planEntry, { ...artifactEntry, content: content.subarray(1) }]),
      /has 99999 bytes, the plan says 100000/,
    ],
  ])('%s is refused', async (_what, bytes, message) => {
    const { messages } = await open(bytes);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(message);
  });

  test('a link in place of an artifact is refused', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(bytesOf(plan)), 'plan.json');
    zip.addBuffer(Buffer.from('/etc/passwd'), 'artifacts/app.zip', { mode: 0o120777 });
    zip.end();
    expect((await open(await buffer(zip.outputStream))).messages).toEqual([
      'artifacts/app.zip is no ordinary file in the ZIP.',
    ]);
  });

  test('names that lead out of it lead nowhere: what is unpacked has names of the app’s own, in a folder of its own', async () => {
    const around = tempFolder();
    const scratch = join(around, 'deep', 'down', 'scratch');
    mkdirSync(scratch, { recursive: true });
    const names = [
      '../evil',
      '../../../evil',
      'artifacts/../../../evil',
      '..\\..\\evil',
      join(around, 'evil'),
      `C:${join(around, 'evil')}`,
      'plan.json/../evil',
      '..',
      '.',
    ];
    const evil = names.map((name) => ({ name, content: Buffer.from('evil') }));
    const { problems } = await open(rawZip([...evil, planEntry, artifactEntry, ...evil]), scratch);
    expect(problems).toEqual([]);
    const made = readdirSync(around, { recursive: true, encoding: 'utf8' });
    const own = made.filter((name) => !'deep/down/scratch'.startsWith(name.replaceAll('\\', '/')));
    expect(own.map((name) => basename(name)).toSorted()).toEqual([
      '0',
      expect.stringMatching(/^lukittu-plan-\w+$/),
    ]);
    expect(own.map((name) => relative(scratch, join(around, name)).split(sep).length).toSorted()).toEqual([
      1, 2,
    ]);
    const [unpacked = ''] = own.filter((name) => basename(name) === '0');
    expect(readFileSync(join(around, unpacked)).equals(content)).toBe(true);
  });

  test.each(['../evil.zip', 'artifacts/../../evil.zip', '/evil.zip'])(
    'a plan that names its entry %s is refused, and nothing is unpacked',
    async (path) => {
      const around = tempFolder();
      const scratch = join(around, 'scratch');
      mkdirSync(scratch);
      const bytes = Buffer.from(bytesOf(planFor([{ path, content }])));
      const zip = rawZip([
        { ...planEntry, content: bytes },
        { name: path, content },
      ]);
      const { plan: read, problems } = await open(zip, scratch);
      expect(read).toBeNull();
      expect(problems).toMatchObject([{ field: expect.stringMatching(/artifact\.path$/) }]);
      expect(sizeOf(around)).toBe(0);
    },
  );

  test('an artifact that never ends is left at the byte the plan names', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    const bytes = rawZip([
      {
        ...planEntry,
        content: Buffer.from(bytesOf(planFor([{ path: 'a.zip', content: Buffer.alloc(1000) }]))),
      },
      { name: 'a.zip', packed: bomb, size: 1000 },
    ]);
    const { messages, scratch } = await open(bytes);
    expect(messages).toEqual(['a.zip is larger in the ZIP than it may be: 1000 bytes.']);
    expect(sizeOf(scratch)).toBeLessThan(1_000_000);
  });

  test('a plan that never ends is not unpacked to its end', async () => {
    const packed = deflateRawSync(Buffer.alloc(40 * 1024 * 1024, ' '));
    const { messages } = await open(rawZip([{ name: 'plan.json', packed, size: 10 }]));
    expect(messages).toEqual(['plan.json is larger in the ZIP than it may be: 33554432 bytes.']);
  });

  test('entries that share their bytes are refused before anything is unpacked', async () => {
    const shared = planFor([
      { path: 'a.zip', content },
      { path: 'b.zip', content },
    ]);
    const plain = { ...planEntry, content: Buffer.from(bytesOf(shared)), method: 0 };
    const offset = 30 + 'plan.json'.length + plain.content.length;
    const bytes = rawZip([plain, { name: 'a.zip', content }, { name: 'b.zip', content, offset }]);
    const { messages, scratch } = await open(bytes);
    expect(messages).toEqual(['a.zip and b.zip lie in the same place in the ZIP.']);
    expect(sizeOf(scratch)).toBe(0);
  });

  test('not more than 4 GB are unpacked of it, and what would be more is refused before it is', async () => {
    const gigabyte = 1024 ** 3;
    const large = (path: string, size: number) => ({ path, content: Buffer.from(path), size });
    const artifacts = [large('a.zip', gigabyte), large('b.zip', 3 * gigabyte), large('c.zip', 1)];
    const { messages, scratch } = await open(
      rawZip([
        { ...planEntry, content: Buffer.from(bytesOf(planFor(artifacts))) },
        ...artifacts.map(({ path: name, content: bytes }) => ({ name, content: bytes })),
      ]),
    );
    expect(messages).toEqual([
      'The file a.zip is not the one the plan names: it has 5 bytes, the plan says 1073741824.',
      'The file b.zip is not the one the plan names: it has 5 bytes, the plan says 3221225472.',
      'The ZIP holds more than 4 GB of artifacts.',
    ]);
    expect(sizeOf(scratch)).toBe(10);
  });

  test('a million entries are refused without being looked at', async () => {
    const { messages } = await open(crowdedZip(1_000_000));
    expect(messages).toEqual(['The ZIP has too many entries for a plan.']);
  });

  test('40,000 entries are looked through, one more is too many', async () => {
    expect((await open(crowdedZip(40_000))).messages).toEqual(['There is no plan.json in the ZIP.']);
    expect((await open(crowdedZip(40_001))).messages).toEqual(['The ZIP has too many entries for a plan.']);
  });
});

/** Bytes in a folder and its folders. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0);
}
