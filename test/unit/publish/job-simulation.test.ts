import { describe, expect, it } from 'vitest';
import { differences } from '../../../electron/publish/verify.ts';
import { createChance } from '../../support/chance.ts';
import { base, createSeed, meant, updateSeed } from '../../support/jobs.ts';
import { type Odds, type Simulated, simulate } from '../../support/simulated-queue.ts';

const runs = 1500;
const calm: Odds = { faults: 0.4, crashes: 0.08, fullDisks: 0, others: 0, persons: 0 };
const wild: Odds = { faults: 0.4, crashes: 0.08, fullDisks: 0.03, others: 0.1, persons: 0.08 };

function each(seed: typeof updateSeed, odds: Odds, check: (run: Simulated, note: string) => void): void {
  for (let number = 0; number < runs; number += 1) {
    const run = simulate(seed, seed.releaseId === null ? null : base, createChance(number), odds);
    check(run, `seed ${number}:\n${run.log.join('\n')}`);
  }
}

describe.each([
  ['an update', updateSeed],
  ['a new release', createSeed],
])('%s, on a machine that crashes and a server that fails', (_, seed) => {
  it('ends, verified as it was meant or with a reason', () => {
    let verified = 0;
    each(seed, calm, ({ record, server, steps }, note) => {
      expect(steps, note).toBeLessThan(2000);
      expect(record.phase.at, note).toBeOneOf(['verified', 'failed']);
      if (record.phase.at !== 'verified') return;
      verified += 1;
      expect(differences(null, meant, server), note).toEqual([]);
    });
    expect(verified).toBeGreaterThan(runs * 0.6);
  });

  it('never sends without the intent on disk, nor again without having read what came of it', () => {
    each(seed, wild, ({ mostUnread, sentUnwritten }, note) => {
      expect(mostUnread, note).toBeLessThanOrEqual(1);
      expect(sentUnwritten, note).toBe(0);
    });
  });

  it('never sends while the server may be at work on it, nor what it holds already', () => {
    each(seed, calm, ({ overlaps, needless }, note) => {
      expect({ overlaps, needless }, note).toEqual({ overlaps: 0, needless: 0 });
    });
  });

  it('never loses the old file without saying so', () => {
    each(seed, calm, ({ record, server, lossesTold, lossesHidden }, note) => {
      expect(lossesHidden, note).toBe(0);
      if (seed.base?.file && server && server.file === null) {
        expect(lossesTold, note).toBeGreaterThan(0);
        if (record.phase.at === 'failed') expect(record.lostFile, note).not.toBeNull();
      }
    });
  });

  it('stays sound while people and others interfere and the disk fills up', () => {
    each(seed, wild, ({ record, server, steps }, note) => {
      expect(steps, note).toBeLessThan(2000);
      if (record.phase.at !== 'verified') return;
      // Others may have changed status and branch before, and the version and the file are nobody's but mine.
      expect(server?.version, note).toBe(meant.fields.version);
      if (meant.file.kind === 'replace') expect(server?.file?.checksum, note).toBe(meant.file.artifact.md5);
    });
  });
});
