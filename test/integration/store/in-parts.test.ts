import { describe, expect, onTestFinished, test } from 'vitest';
import { atOnce } from '../../../electron/pieces.ts';
import { createConnectionStore } from '../../../electron/store/connections.ts';
import { openStore } from '../../../electron/store/database.ts';
import { createDraftStore } from '../../../electron/store/drafts.ts';
import { inParts, writeAllOrNone } from '../../../electron/store/in-parts.ts';
import { exampleConnection, exampleDraft } from '../../support/examples.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const { id: connectionId } = exampleConnection();
const draftsOf = (count: number) =>
  Array.from({ length: count }, (_, nth) =>
    exampleDraft({ id: `draft ${nth}`, base: null, releaseId: null }),
  );

function open() {
  const store = openStore(tempFolder(), createFakeClock());
  onTestFinished(() => store.close());
  createConnectionStore(store).save(exampleConnection(), '2026-01-01T12:00:00.000Z');
  return { store, drafts: createDraftStore(store) };
}

describe('many rows', () => {
  test('are written part by part, each on disk before others get their turn', async () => {
    const { store, drafts } = open();
    const seen: number[] = [];
    for await (const part of inParts(draftsOf(600))) {
      seen.push(atOnce(drafts.reading(connectionId)).length);
      store.transaction(() => part.forEach(drafts.insert));
    }
    expect(seen).toEqual([0, 250, 500]);
    expect(atOnce(drafts.reading(connectionId))).toHaveLength(600);
  });

  test('are not written at all when the last of them is refused, and the reason is told', async () => {
    const { store, drafts } = open();
    const rows = draftsOf(600);
    const [first] = rows;
    const twice = [...rows.slice(0, -1), ...(first ? [first] : [])];
    const writing = writeAllOrNone(twice, store.transaction, {
      write: (part) => part.forEach(drafts.insert),
      takeBack: (part) => {
        for (const { id } of part) drafts.remove(id);
      },
    });
    await expect(writing).rejects.toThrow('UNIQUE constraint failed: drafts.id');
    expect(atOnce(drafts.reading(connectionId))).toEqual([]);
  });

  test('are taken back the last first, since a later one may lean on an earlier one', async () => {
    const { store, drafts } = open();
    const taken: string[] = [];
    const writing = writeAllOrNone(draftsOf(600), store.transaction, {
      write: (part) => {
        part.forEach(drafts.insert);
        if (part.some(({ id }) => id === 'draft 599')) throw new Error('the disk is full');
      },
      takeBack: (part) => {
        for (const { id } of part) drafts.remove(id);
        taken.push(...part.map(({ id }) => id));
      },
    });
    await expect(writing).rejects.toThrow('the disk is full');
    expect(taken).toEqual(Array.from({ length: 500 }, (_, nth) => `draft ${499 - nth}`));
    expect(atOnce(drafts.reading(connectionId))).toEqual([]);
  });

  test('that are none need nothing', async () => {
    const { store } = open();
    const refuse = () => {
      throw new Error('nothing was to be written');
    };
    await expect(
      writeAllOrNone([], store.transaction, { write: refuse, takeBack: refuse }),
    ).resolves.toBeUndefined();
  });
});
