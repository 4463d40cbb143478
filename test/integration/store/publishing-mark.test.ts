import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPublishingMark } from '../../../electron/store/publishing-mark.ts';
import { type OtherProcess, otherProcess } from '../../support/other-process.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const module = new URL('../../../electron/store/publishing-mark.ts', import.meta.url).href;

/** Another process that does this with the mark, and goes on until it is killed. */
const processThat = (folder: string, does: string): Promise<OtherProcess> =>
  otherProcess(`const { createPublishingMark } = await import(${JSON.stringify(module)});
    const mark = createPublishingMark(${JSON.stringify(folder)});
    ${does};
    process.stdout.write('done'); setInterval(() => {}, 1000);`);

describe('the mark of who publishes', () => {
  test('is not there while nobody does', () => {
    const mark = createPublishingMark(tempFolder());
    expect(mark.isHeld()).toBe(false);
    const alone = mark.takeAlone();
    expect(alone).not.toBeNull();
    alone?.release();
  });

  test('is seen by other processes until the last of those that hold it has released it', () => {
    const folder = tempFolder();
    const [one, two, looking] = [0, 1, 2].map(() => createPublishingMark(folder));
    const first = one?.hold();
    const second = two?.hold();
    expect(looking?.isHeld()).toBe(true);
    expect(looking?.takeAlone()).toBeNull();
    first?.release();
    expect(looking?.isHeld()).toBe(true);
    second?.release();
    expect(looking?.isHeld()).toBe(false);
  });

  test('is held by a process of its own, and gone as soon as that is killed', async () => {
    const mark = createPublishingMark(tempFolder());
    const folder = tempFolder();
    const other = await processThat(folder, 'mark.hold()');
    const seen = createPublishingMark(folder);
    expect(seen.isHeld()).toBe(true);
    expect(seen.takeAlone()).toBeNull();
    expect(mark.isHeld()).toBe(false);
    await other.kill();
    expect(seen.isHeld()).toBe(false);
  });

  test('cannot be held while a new version is being put in place, nor is that over before its process is', async () => {
    const folder = tempFolder();
    const updating = await processThat(folder, 'mark.takeAlone()');
    const mark = createPublishingMark(folder);
    expect(() => mark.hold()).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ kind: 'busy' }) }),
    );
    await updating.kill();
    const held = mark.hold();
    expect(mark.isHeld()).toBe(true);
    held.release();
  });

  test('can be held however often others look', async () => {
    const folder = tempFolder();
    const looking = await processThat(folder, 'setInterval(() => mark.isHeld(), 2)');
    for (let time = 0; time < 200; time += 1) createPublishingMark(folder).hold().release();
    await looking.kill();
  });

  test('leaves nothing behind where the app has never been updated', () => {
    const folder = join(tempFolder(), 'app');
    createPublishingMark(folder).hold().release();
    expect(existsSync(folder)).toBe(false);
  });

  test('keeps nobody from publishing or updating where nothing can be written', () => {
    const inTheWay = join(tempFolder(), 'app');
    writeFileSync(inTheWay, '');
    const mark = createPublishingMark(inTheWay);
    mark.hold().release();
    expect(mark.isHeld()).toBe(false);
    expect(mark.takeAlone()).not.toBeNull();
  });

  test.skipIf(process.platform === 'win32')('is the user’s alone', () => {
    const folder = join(tempFolder(), 'app');
    createPublishingMark(folder).isHeld();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const [file = ''] = readdirSync(folder);
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  });
});
