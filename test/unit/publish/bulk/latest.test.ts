import { describe, expect, test } from 'vitest';
import { dev, releaseOf, storedFileOf } from '../../../support/batches.ts';
import { anna, changeMany, changeOne, chosen, drafted, saidOf } from '../../../support/bulk.ts';

const set = { change: 'latest', latest: true } as const;
const takeAway = { change: 'latest', latest: false } as const;
const released = (version: string, change: Parameters<typeof releaseOf>[1] = {}) =>
  releaseOf(version, { file: storedFileOf(version), ...change });

describe('“latest” set for many', () => {
  test('goes to the highest version of each branch, by version and not by letter', () => {
    const steps = changeMany(
      [
        chosen(released('1.10.0')),
        chosen(released('1.9.0')),
        chosen(released('1.2.0', { branchId: dev.id })),
        chosen(released('1.3.0-beta', { branchId: dev.id })),
      ],
      set,
    );
    expect(steps.map(({ row }) => row.outcome)).toEqual([
      { is: 'changed', from: 'Not latest', to: 'Latest', notes: [] },
      { is: 'same', reason: 'Only one can be the latest here, and 1.10.0 is higher.' },
      { is: 'same', reason: 'Only one can be the latest here, and 1.3.0-beta is higher.' },
      { is: 'changed', from: 'Not latest', to: 'Latest', notes: [] },
    ]);
    expect(steps.map(({ fields }) => fields?.setAsLatest ?? null)).toEqual([true, null, null, true]);
  });

  test('passes over what the server would refuse or ignore, and says why', () => {
    const steps = changeMany(
      [
        chosen(released('3.0.0', { status: 'DRAFT' })),
        chosen(released('2.0.0', { licenseIds: [anna.id] })),
        { ...chosen(released('1.5.0')), isPublishing: true },
        chosen(released('1.0.0')),
      ],
      set,
    );
    expect(steps.map(({ row }) => row.outcome)).toEqual([
      {
        is: 'refused',
        reason: 'Only a published release can be the latest, and this one has the status Draft.',
      },
      {
        is: 'refused',
        reason: 'It is restricted to licenses, and the server refuses that together with “latest”.',
      },
      { is: 'refused', reason: expect.stringContaining('being published') },
      { is: 'changed', from: 'Not latest', to: 'Latest', notes: [] },
    ]);
  });

  test('stays with the one that has it, when that is the highest', () => {
    const steps = changeMany([chosen(released('2.0.0', { latest: true })), chosen(released('1.0.0'))], set);
    expect(steps.map(({ row }) => row.outcome.is)).toEqual(['same', 'same']);
    expect(steps[0]?.row.outcome).toEqual({ is: 'same', reason: 'It is the latest already.' });
  });

  test('leaves the one that has it now to the server, which takes it away by itself', () => {
    const [next, now] = changeMany(
      [chosen(released('2.0.0')), chosen(released('1.0.0', { latest: true }))],
      set,
    );
    expect(saidOf(next?.row.outcome ?? { is: 'same', reason: '' })).toEqual([
      '1.0.0 will no longer be the latest.',
    ]);
    expect(now?.fields).toBeNull();
  });

  test('takes it out of the draft of a lower one that would claim it too', () => {
    const metadata = [{ key: 'a', value: '1', locked: false }];
    const [highest, lower] = changeMany(
      [chosen(released('2.0.0')), drafted(released('1.0.0'), { setAsLatest: true, metadata })],
      set,
    );
    expect(highest?.fields?.setAsLatest).toBe(true);
    expect(lower?.row.outcome).toEqual({
      is: 'changed',
      from: 'Latest',
      to: 'Not latest',
      notes: [{ severity: 'tells', message: 'Only one can be the latest here, and 2.0.0 is higher.' }],
    });
  });

  test('says when a newer one that was not chosen loses it', () => {
    const outcome = changeOne(chosen(released('1.0.0')), set, {
      others: [released('2.0.0', { latest: true })],
    });
    expect(saidOf(outcome)).toEqual(['1.0.0 becomes the latest in place of 2.0.0, which is newer.']);
  });

  test('counts drafts by the branch and version they say', () => {
    const [moved, stays] = changeMany(
      [drafted(released('2.0.0'), { branchId: dev.id }), chosen(released('1.0.0'))],
      set,
    );
    expect([moved?.row.outcome.is, stays?.row.outcome.is]).toEqual(['changed', 'changed']);
    const [renamed, former] = changeMany(
      [drafted(released('2.0.0'), { version: '0.9.0' }), chosen(released('1.0.0'))],
      set,
    );
    expect([renamed?.row.outcome.is, former?.row.outcome.is]).toEqual(['same', 'changed']);
  });
});

describe('“latest” taken away from many', () => {
  test('is taken from the one that has it, and said to leave the product without', () => {
    const [latest, other] = changeMany(
      [chosen(released('2.0.0', { latest: true })), chosen(released('1.0.0'))],
      takeAway,
    );
    expect(latest?.row.outcome).toMatchObject({ is: 'changed', from: 'Latest', to: 'Not latest' });
    expect(saidOf(latest?.row.outcome ?? { is: 'same', reason: '' })).toEqual([
      'Taking “latest” away leaves the product without a latest release: whoever asks for the latest gets none.',
    ]);
    expect(other?.row.outcome).toEqual({ is: 'same', reason: 'It is not the latest.' });
  });

  test('is taken out of a draft that would set it, which leaves nobody without', () => {
    const outcome = changeOne(
      drafted(released('2.0.0', { status: 'DRAFT' }), { setAsLatest: true }),
      takeAway,
    );
    expect(outcome).toMatchObject({ is: 'changed', from: 'Latest', to: 'Not latest' });
  });
});
