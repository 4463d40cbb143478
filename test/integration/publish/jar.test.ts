import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectJar, isInspected } from '../../../electron/publish/jar.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { crowdedZip, jarOf, type RawEntry, rawZip } from '../../support/jars.ts';
import { tempFolder } from '../../support/temp-folder.ts';

async function inspected(bytes: Buffer) {
  const path = join(tempFolder(), 'app.jar');
  await writeFile(path, bytes);
  return inspectJar(path);
}

const pluginYml = 'name: Lab\nversion: 1.4.0\nmain: com.example.Main\n';
const good = { mainClassName: 'com.example.Main', pluginName: 'Lab', pluginVersion: '1.4.0' };
const raw = (change: Partial<RawEntry> = {}): RawEntry => ({
  name: 'plugin.yml',
  content: Buffer.from(pluginYml),
  ...change,
});

describe('which files are opened', () => {
  it.each([
    ['app.jar', true],
    ['.jar', true],
    ['app.JAR', false],
    ['app.jar.zip', false],
    ['jar', false],
    ['app.jar ', false],
  ])('%j: %s', (name, opened) => {
    expect(isInspected(name)).toBe(opened);
  });
});

describe('a jar the server accepts', () => {
  it('shows its main class, name and version', async () => {
    const jar = await jarOf({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0\n', 'plugin.yml': pluginYml });
    expect(await inspected(jar)).toEqual(good);
  });

  it('may have the entry stored, a comment behind, and other entries of any name', async () => {
    const zip = rawZip(
      [{ name: '../../etc/passwd' }, { name: 'a\\b' }, { name: '/root' }, raw({ method: 0 })],
      { comment: 'made by hand' },
    );
    expect(await inspected(zip)).toEqual(good);
  });
});

describe('what the server answered to recorded jars', () => {
  interface Exchange {
    request: { file?: { filename: string; base64?: string } };
    response: { status: number; body: { data: { file: { mainClassName: string } | null } | null } };
  }
  const recording: { exchanges: Exchange[] } = JSON.parse(
    readFileSync(new URL('../../recordings/exchanges.json', import.meta.url), 'utf8'),
  );
  const jars = recording.exchanges.flatMap(({ request: { file }, response }) =>
    file?.filename.endsWith('.jar') && file.base64 !== undefined ? [{ ...file, response }] : [],
  );

  it('is there to be compared with', () => {
    expect(jars.length).toBeGreaterThan(2);
  });

  it.each(jars)('is what is found in $filename', async ({ base64 = '', response }) => {
    const found = await inspected(Buffer.from(base64, 'base64'));
    if (response.status === 200) {
      expect(found).toMatchObject({ mainClassName: response.body.data?.file?.mainClassName });
    } else {
      expect(found).toHaveProperty('problem');
    }
  });
});

describe('a jar the server would refuse', () => {
  it.each<[string, Buffer, string]>([
    ['without the entry', rawZip([raw({ name: 'other.yml' })]), 'there is no plugin.yml at its top level'],
    [
      'with it in a folder',
      rawZip([raw({ name: 'a/plugin.yml' })]),
      'there is no plugin.yml at its top level',
    ],
    ['with it in capitals', rawZip([raw({ name: 'Plugin.yml' })]), 'there is no plugin.yml at its top level'],
    ['with it twice', rawZip([raw(), raw()]), 'it has more than one plugin.yml'],
    ['without main', rawZip([raw({ content: Buffer.from('name: x') })]), 'its plugin.yml names no “main”'],
    ['with an encrypted entry', rawZip([raw({ flags: 1 })]), 'its plugin.yml is encrypted'],
    [
      'with an unknown packing',
      rawZip([raw({ method: 12 })]),
      'its plugin.yml is packed in a way the server cannot read',
    ],
    [
      'with damaged packing',
      rawZip([raw({ packed: Buffer.from('not deflated at all') })]),
      'its plugin.yml is damaged',
    ],
    ['whose entry lies about its size', rawZip([raw({ size: 3 })]), 'its plugin.yml is damaged'],
    ['that is no ZIP', Buffer.from('just text'), 'it is damaged, or no jar at all'],
    ['that is empty', Buffer.alloc(0), 'it is damaged, or no jar at all'],
    ['cut short', rawZip([raw()]).subarray(0, 60), 'it is damaged, or no jar at all'],
    [
      'whose directory is nowhere',
      rawZip([raw()], { directory: 999_999 }),
      'it is damaged, or no jar at all',
    ],
    ['with fewer entries than it says', rawZip([raw()], { count: 9 }), 'it is damaged, or no jar at all'],
    [
      'whose entry reaches beyond the end',
      rawZip([raw({ packedSize: 5000, method: 0 })]),
      'it is damaged, or no jar at all',
    ],
    ['whose entry begins nowhere', rawZip([raw({ offset: 0x7fffffff })]), 'it is damaged, or no jar at all'],
  ])('%s', async (_, bytes, problem) => {
    expect(await inspected(bytes)).toEqual({ problem });
  });

  it('with sizes in 64 bits of the one entry that counts', async () => {
    // Field 1, with both sizes in its eight bytes each.
    const extra = Buffer.alloc(20);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(pluginYml.length), 4);
    extra.writeBigUInt64LE(BigInt(deflateRawSync(pluginYml).length), 12);
    expect(await inspected(rawZip([raw({ extra })]))).toEqual({
      problem: 'its plugin.yml is packed in a way the server cannot read',
    });
  });

  it('as ZIP64', async () => {
    expect(await inspected(await jarOf({ 'plugin.yml': pluginYml }, true))).toEqual({
      problem: 'it is a ZIP64 archive, which the server cannot read',
    });
  });

  it('that is not there', async () => {
    expect(await inspectJar(join(tempFolder(), 'gone.jar'))).toHaveProperty('problem');
  });
});

describe('a jar made to do harm', () => {
  const bomb = deflateRawSync(Buffer.alloc(300 * 1024 * 1024));
  const tooLarge = { problem: 'its plugin.yml is larger than 1 MB' };

  it('cannot fill the memory, whether it says how large it is or not', async () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(await inspected(rawZip([raw({ packed: bomb, size: 300 * 1024 * 1024 })]))).toEqual(tooLarge);
    expect(await inspected(rawZip([raw({ packed: bomb, size: 100 })]))).toEqual(tooLarge);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
  });

  it('inflates exactly up to 1 MiB', async () => {
    const main = 'main: a.B\n#';
    const fits = Buffer.from(main.padEnd(1024 * 1024, '#'));
    expect(await inspected(rawZip([raw({ content: fits })]))).toMatchObject({ mainClassName: 'a.B' });
    const over = Buffer.from(main.padEnd(1024 * 1024 + 1, '#'));
    expect(await inspected(rawZip([raw({ content: over, size: 9 })]))).toEqual(tooLarge);
  });

  it('may have all its entries in one place', async () => {
    const entries = Array.from({ length: 2000 }, (_, index): RawEntry => ({ name: `e${index}`, offset: 0 }));
    expect(await inspected(rawZip([raw(), ...entries]))).toEqual(good);
  });

  it('is not looked through when it has a million entries', async () => {
    expect(await inspected(crowdedZip(1_000_000))).toEqual({
      problem: 'it has too many entries to look through',
    });
  });

  it('lets the app do other things while a hundred thousand entries are looked through', async () => {
    const path = join(tempFolder(), 'app.jar');
    await writeFile(path, crowdedZip(100_000));
    let turns = 0;
    let next = setImmediate(function turn() {
      turns += 1;
      next = setImmediate(turn);
    });
    const found = await inspectJar(path);
    clearImmediate(next);
    expect(found).toEqual({ problem: 'there is no plugin.yml at its top level' });
    expect(turns).toBeGreaterThan(150);
  });

  it.each([
    [10_000, 'there is no plugin.yml at its top level'],
    [10_001, 'it takes too long to look through'],
  ])('is given up after ten seconds: in %i ms, %s', async (tookMs, problem) => {
    const path = join(tempFolder(), 'app.jar');
    await writeFile(path, crowdedZip(1000));
    const clock = createFakeClock();
    const found = inspectJar(path, { ...clock, now: timesApart(clock.now(), tookMs) });
    expect(await found).toEqual({ problem });
  });
});

/** A clock that is asked when the work begins, and from then on shows the time so many ms later. */
function timesApart(start: number, ms: number): () => number {
  const times = [start];
  return () => times.pop() ?? start + ms;
}
