import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../electron/pieces.ts';
import { indexReleases } from '../../../../electron/publish/batch/imagined-server.ts';
import { proposingOrder } from '../../../../electron/publish/batch/order.ts';
import { sequenceFindings } from '../../../../electron/publish/batch/sequence-findings.ts';
import { type BatchDraft, type Given, simulate } from '../../../../electron/publish/batch/simulate.ts';
import { createChance } from '../../../support/chance.ts';
import { randomBatch } from '../../../support/random-batch.ts';

const worlds = 1000;

describe('in any batch', () => {
  it('a proposed order is the same drafts, mends something, and has no better one', () => {
    let proposals = 0;
    for (let seed = 1; seed <= worlds; seed += 1) {
      const { drafts, given } = worldOf(seed);
      const before = play(drafts, given);
      const proposal = atOnce(proposingOrder(drafts, given, before));
      if (proposal === null) continue;
      proposals += 1;
      const after = play(proposal.drafts, given);
      expect(idsOf(proposal.drafts).toSorted(), `seed ${seed}`).toEqual(idsOf(drafts).toSorted());
      expect(refusedIn(before), `seed ${seed}`).toEqual(expect.arrayContaining(refusedIn(after)));
      expect(proposal.reasons.length, `seed ${seed}`).toBeGreaterThan(0);
      expect(atOnce(proposingOrder(proposal.drafts, given, after)), `seed ${seed}`).toBeNull();
    }
    expect(proposals).toBeGreaterThan(worlds / 10);
  });

  it('where some order refuses nothing and costs no file, the proposed one does neither', () => {
    let mended = 0;
    for (let seed = 1; seed <= worlds / 4; seed += 1) {
      const { drafts, given } = worldOf(seed, { releaseCount: 3, newCount: 1 });
      const now = play(drafts, given);
      if (isSound(now) || !permutations(drafts).some((order) => isSound(play(order, given)))) continue;
      mended += 1;
      const proposal = atOnce(proposingOrder(drafts, given, now));
      expect(proposal && isSound(play(proposal.drafts, given)), `seed ${seed}`).toBe(true);
    }
    expect(mended).toBeGreaterThan(worlds / 100);
  });
});

function worldOf(seed: number, size = {}): { drafts: BatchDraft[]; given: Given } {
  const { drafts, releases, branches } = randomBatch(createChance(seed), size);
  return { drafts, given: { index: indexReleases(releases), branches, blocked: new Set() } };
}

type Play = ReturnType<typeof play>;

function play(drafts: readonly BatchDraft[], given: Given) {
  const simulation = simulate(drafts, given);
  const findings = sequenceFindings(simulation, given.index, given.branches);
  return { simulation, findings };
}

const refusedIn = ({ simulation }: Play): string[] =>
  simulation.steps.filter(({ outcome }) => outcome.is === 'refused').map(({ draft }) => draft.id);

const isSound = (played: Play): boolean =>
  refusedIn(played).length === 0 && played.simulation.harmed.size === 0;

const idsOf = (drafts: readonly BatchDraft[]): string[] => drafts.map(({ id }) => id);

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}
