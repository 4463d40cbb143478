import { describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../../electron/store/database.ts';
import { createSettingStore } from '../../../electron/store/settings.ts';
import { untilWritten } from '../../../electron/store/until-written.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const open = (folder: string): Store => openStore(folder, createFakeClock());

/** Counts how often it was done. */
function counted(store: Store) {
  let times = 0;
  const answer = untilWritten<number>(store.stamp);
  return (key: string, meanwhile: () => void = () => undefined) =>
    answer(key, async () => {
      meanwhile();
      times += 1;
      return times;
    });
}

describe('work that depends on the store', () => {
  test('is done once, until something is written', async () => {
    const store = open(tempFolder());
    const work = counted(store);
    expect(await work('one')).toBe(1);
    createSettingStore(store).get('split');
    expect(await work('one')).toBe(1);
    createSettingStore(store).set('split', '0.4');
    expect(await work('one')).toBe(2);
    store.close();
  });

  test('is done anew after another process has written', async () => {
    const folder = tempFolder();
    const [store, other] = [open(folder), open(folder)];
    const work = counted(store);
    await work('one');
    createSettingStore(other).set('split', '0.4');
    expect(await work('one')).toBe(2);
    other.close();
    store.close();
  });

  test('is done anew after something was written while it was done', async () => {
    const store = open(tempFolder());
    const work = counted(store);
    await work('one', () => createSettingStore(store).set('split', '0.4'));
    expect(await work('one')).toBe(2);
    expect(await work('one')).toBe(2);
    store.close();
  });

  test('is done anew for something else, and when it has failed', async () => {
    const store = open(tempFolder());
    const work = counted(store);
    await work('one');
    expect(await work('other')).toBe(2);
    const failing = () => {
      throw new Error('The disk is full.');
    };
    await expect(work('one', failing)).rejects.toThrow('The disk is full.');
    expect(await work('one')).toBe(3);
    store.close();
  });
});
