import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Draft } from '../../../electron/model/draft.ts';
import { rereadSome, useDrafts } from '../../../renderer/store/drafts.ts';
import { exampleDraft } from '../../support/examples.ts';

const connectionId = 'connection-1';

const at = (id: string, minute: number): Draft => {
  const { source: _, ...stored } = exampleDraft({ id, connectionId });
  return { ...stored, file: { kind: 'keep' }, updatedAt: `2026-01-01T12:0${minute}:00.000Z` };
};

/** What the main process has of the drafts it is asked for. */
let there: readonly Draft[];

beforeEach(() => {
  const some = async ({ draftIds }: { draftIds: readonly string[] }) => ({
    ok: true,
    value: there.filter(({ id }) => draftIds.includes(id)),
  });
  vi.stubGlobal('window', { lukittu: { 'drafts.some': some } });
  useDrafts.setState({ connectionId, drafts: [at('c', 3), at('b', 2), at('a', 1)] });
});

const order = (): string[] => useDrafts.getState().drafts.map(({ id }) => id);

describe('the drafts', () => {
  test('that are edited stay where they stand, and say what they say now', async () => {
    there = [at('a', 5)];
    await rereadSome(['a']);
    expect(order()).toEqual(['c', 'b', 'a']);
    expect(useDrafts.getState().drafts[2]?.updatedAt).toBe('2026-01-01T12:05:00.000Z');
  });

  test('that are changed together keep their order', async () => {
    there = [at('a', 5), at('b', 5), at('c', 5)];
    await rereadSome(['a', 'b', 'c']);
    expect(order()).toEqual(['c', 'b', 'a']);
  });

  test('that are made or had back come where their last change is, those that are gone go', async () => {
    there = [at('last', 0), at('first', 4), at('between', 2)];
    await rereadSome(['last', 'first', 'between', 'b']);
    expect(order()).toEqual(['first', 'c', 'between', 'a', 'last']);
  });
});
