import { describe, expect, it } from 'vitest';
import type { FileMatch, MatchTarget } from '../../../electron/model/file-match.ts';
import { countsOf, inOrderOfNeed, sharedIndexes, trustOf } from '../../../renderer/store/match-rows.ts';

const release = (releaseId: string): MatchTarget => ({ to: 'release', releaseId });

const match = (index: number, change: Partial<FileMatch>): FileMatch => ({
  index,
  name: `${index}.jar`,
  folder: null,
  size: 1,
  target: release(String(index)),
  confidence: 'sure',
  reasons: [],
  findings: [],
  candidates: [],
  ...change,
});

const blocks = { rule: 'file-too-large', severity: 'blocks', message: 'It is too large.' } as const;

describe('matched files', () => {
  it('stand in the order in which they need a person', () => {
    const matches = [
      match(0, {}),
      match(1, { confidence: 'likely' }),
      match(2, { confidence: 'none', target: null, folder: 'libs' }),
      match(3, { findings: [blocks] }),
      match(4, { confidence: 'unsure' }),
      match(5, { confidence: 'none', target: null }),
      match(6, { target: release('a') }),
      match(7, { target: release('a') }),
    ];
    expect(inOrderOfNeed(matches).map(({ index }) => index)).toEqual([6, 7, 5, 4, 3, 1, 0, 2]);
  });

  it('that are meant for one release are told of each other, new releases by version and branch', () => {
    const fresh = (branchId: string | null): MatchTarget => ({ to: 'new', branchId, version: '2.0.0' });
    const shared = sharedIndexes([
      { index: 0, target: release('a') },
      { index: 1, target: release('a') },
      { index: 2, target: null },
      { index: 3, target: null },
      { index: 4, target: fresh(null) },
      { index: 5, target: fresh('dev') },
      { index: 6, target: fresh('dev') },
    ]);
    expect([...shared]).toEqual([
      [0, [1]],
      [1, [0]],
      [5, [6]],
      [6, [5]],
    ]);
  });

  it('are trusted as the match is, until a person has chosen', () => {
    const unsure = match(0, { confidence: 'unsure' });
    expect(trustOf(unsure, { target: release('0'), byHand: false })).toBe('unsure');
    expect(trustOf(unsure, { target: release('1'), byHand: true })).toBe('by-hand');
    expect(trustOf(unsure, { target: null, byHand: true })).toBe('left-out');
  });

  it('are counted as they are now, not as they were matched', () => {
    const matches = [
      match(0, {}),
      match(1, { confidence: 'likely' }),
      match(2, { confidence: 'unsure' }),
      match(3, { confidence: 'none', target: null }),
      match(4, { confidence: 'none', target: null, folder: 'libs' }),
    ];
    const proposed = new Map(matches.map(({ index, target }) => [index, { target, byHand: false }]));
    expect(countsOf(matches, proposed)).toEqual({ sure: 1, likely: 1, open: 2, drafts: 3, clashes: 0 });
    const corrected = new Map(proposed)
      .set(2, { target: release('0'), byHand: true })
      .set(3, { target: null, byHand: true });
    expect(countsOf(matches, corrected)).toEqual({ sure: 1, likely: 1, open: 0, drafts: 3, clashes: 1 });
  });
});
