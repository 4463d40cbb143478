import { describe, expect, it } from 'vitest';
import type { Release } from '../../../../electron/model/release.ts';
import { atOnce } from '../../../../electron/pieces.ts';
import { compacting } from '../../../../electron/publish/batch/compact.ts';
import { indexReleases } from '../../../../electron/publish/batch/imagined-server.ts';
import { type BatchDraft, type Given, simulate } from '../../../../electron/publish/batch/simulate.ts';
import { dev, draftOf, newFile, releaseOf, storedFileOf } from '../../../support/batches.ts';
import { createChance } from '../../../support/chance.ts';
import { randomBatch } from '../../../support/random-batch.ts';

const given = (...releases: Release[]): Given => ({
  index: indexReleases(releases),
  branches: [dev],
  blocked: new Set(),
});
const named = (id: string, draft: BatchDraft): BatchDraft => ({ ...draft, id });
const entry = (key: string, value = 'x') => ({ key, value, locked: false });

describe('drafts that change nothing', () => {
  const release = releaseOf('1.4.0', { latest: true });

  it('are dropped', () => {
    const [idle, busy] = [draftOf(release, {}), draftOf(releaseOf('1.5.0'), { status: 'ARCHIVED' })];
    const result = atOnce(compacting([idle, busy], given(release, releaseOf('1.5.0'))));
    expect(result).toEqual({ drafts: [busy], dropped: [idle.id], joined: [], apart: [] });
  });

  it('are kept where an earlier one makes them change something', () => {
    // It is the latest by now, and says so again after another one has become it.
    const claims = draftOf({ ...release, latest: false }, { setAsLatest: true });
    const other = draftOf(releaseOf('1.5.0'), { setAsLatest: true });
    const server = given(release, releaseOf('1.5.0'));
    expect(atOnce(compacting([other, claims], server)).dropped).toEqual([]);
    expect(atOnce(compacting([claims, other], server)).dropped).toEqual([claims.id]);
  });
});

describe('several drafts of one release', () => {
  const release = releaseOf('1.4.0', { metadata: [entry('a'), entry('b')], file: storedFileOf('1.4.0') });

  it('become one: the later on top of the earlier, field by field', () => {
    const first = named(
      'first',
      draftOf(release, { status: 'DEPRECATED', metadata: [entry('a', 'new'), entry('b')] }),
    );
    const second = named(
      'second',
      draftOf(release, { metadata: [entry('a'), entry('b'), entry('c')] }, newFile('n.zip')),
    );
    const third = named('third', draftOf(release, { status: 'ARCHIVED' }));
    const { drafts, joined } = atOnce(compacting([first, second, third], given(release)));
    expect(joined).toEqual([{ into: 'third', draftIds: ['first', 'second', 'third'] }]);
    expect(drafts).toEqual([
      {
        ...third,
        fields: {
          ...first.fields,
          status: 'ARCHIVED',
          metadata: [entry('a', 'new'), entry('b'), entry('c')],
        },
        file: newFile('n.zip'),
      },
    ]);
  });

  it('that take each other back are dropped', () => {
    const first = named('first', draftOf(release, { status: 'DEPRECATED' }));
    const second = named('second', draftOf({ ...release, status: 'DEPRECATED' }, { status: 'PUBLISHED' }));
    expect(atOnce(compacting([first, second], given(release)))).toEqual({
      drafts: [],
      dropped: ['second'],
      joined: [],
      apart: [],
    });
  });

  it('stand where the first stood when one between them needs what it did', () => {
    const frees = named('frees', draftOf(release, { version: '1.4.0-old' }));
    const takes = draftOf(null, { version: '1.4.0' });
    const later = named('later', draftOf(release, { metadata: [] }));
    const { drafts, joined } = atOnce(compacting([frees, takes, later], given(release)));
    expect(joined).toEqual([{ into: 'frees', draftIds: ['frees', 'later'] }]);
    expect(drafts.map(({ id }) => id)).toEqual(['frees', takes.id]);
  });

  it('stay apart when those between them need both where they are', () => {
    const other = releaseOf('2.0.0');
    const frees = named('frees', draftOf(release, { version: '3.0.0' }));
    const takes = draftOf(other, { version: '1.4.0' });
    const again = named('again', draftOf(release, { version: '2.0.0' }));
    const { drafts, apart } = atOnce(compacting([frees, takes, again], given(release, other)));
    expect(drafts).toHaveLength(3);
    expect(apart).toEqual([
      { draftIds: ['frees', 'again'], reason: expect.stringContaining('end differently') },
    ]);
  });

  it('of releases to be created are as many releases', () => {
    const drafts = ['1.0.0', '1.1.0'].map((version) => draftOf(null, { version }));
    expect(atOnce(compacting(drafts, given())).drafts).toEqual(drafts);
  });
});

describe('several drafts that would create the same release', () => {
  const first = named(
    'first',
    draftOf(null, { version: '2.0.0', status: 'PUBLISHED', metadata: [entry('a')] }, newFile('n.zip')),
  );
  const second = named(
    'second',
    draftOf(null, { version: '2.0.0', metadata: [entry('a', 'y'), entry('b')] }),
  );

  it('become one, with what the later says put onto what the earlier says', () => {
    const { drafts, joined } = atOnce(compacting([first, second], given()));
    expect(joined).toEqual([{ into: 'first', draftIds: ['first', 'second'] }]);
    expect(drafts).toEqual([
      { ...first, fields: { ...first.fields, metadata: [entry('a', 'y'), entry('b')] } },
    ]);
  });

  it('stand where the last stood when the version is only free there', () => {
    const holder = releaseOf('2.0.0');
    const frees = draftOf(holder, { version: '1.9.0' });
    const { drafts, joined } = atOnce(compacting([first, frees, second], given(holder)));
    expect(joined).toEqual([{ into: 'second', draftIds: ['first', 'second'] }]);
    expect(drafts.map(({ id }) => id)).toEqual([frees.id, 'second']);
  });

  it('are two releases where their branches differ, and while they have no version yet', () => {
    const elsewhere = named('elsewhere', { ...second, fields: { ...second.fields, branchId: dev.id } });
    expect(atOnce(compacting([first, elsewhere], given())).joined).toEqual([]);
    const unnamed = ['one', 'other'].map((id) => named(id, draftOf(null, { version: '' })));
    expect(atOnce(compacting(unnamed, given())).joined).toEqual([]);
  });
});

it('the server ends as it would have, with no more requests, in any batch', () => {
  let saved = 0;
  let joinedOnes = 0;
  let keptApart = 0;
  let refusedTwins = 0;
  for (let seed = 1; seed <= 400; seed += 1) {
    const chance = createChance(seed);
    const { drafts: once, releases, branches } = randomBatch(chance);
    const again = once
      .filter(({ releaseId }) => releaseId !== null && chance.next() < 0.5)
      .map(
        ({ id, fields, file, ...draft }): BatchDraft => ({
          ...draft,
          id: `${id} again`,
          fields: {
            ...fields,
            version: chance.pick([fields.version, fields.version, '3.0.0', '1.0.0']),
            status: chance.pick([fields.status, 'ARCHIVED']),
            metadata: chance.pick([fields.metadata, [entry('again')]]),
          },
          file: chance.pick<BatchDraft['file']>([
            file,
            { kind: 'keep' },
            { kind: 'remove' },
            newFile(`${id}.zip`),
          ]),
        }),
      );
    const drafts = [...once, ...again];
    const server = { index: indexReleases(releases), branches, blocked: new Set<string>() };
    const result = atOnce(compacting(drafts, server));
    const [before, after] = [simulate(drafts, server), simulate(result.drafts, server)];
    const created = drafts.filter(({ releaseId }) => releaseId === null).map(({ id }) => id);
    // Of two that create the same release the server would have refused one: that is not how it is to end.
    const asOrdered = !result.joined.some(({ into }) => created.includes(into));
    if (asOrdered) expect(after.end(), `seed ${seed}`).toEqual(before.end());
    else refusedTwins += 1;
    expect(after.steps.some(({ outcome }) => outcome.is === 'nothing')).toBe(false);
    const [now, then] = [requests(after), requests(before)];
    expect(now, `seed ${seed}`).toBeLessThanOrEqual(then);
    saved += then - now;
    joinedOnes += result.joined.length;
    keptApart += result.apart.length;
  }
  expect(saved).toBeGreaterThan(200);
  expect(joinedOnes).toBeGreaterThan(200);
  expect(keptApart).toBeGreaterThan(10);
  expect(refusedTwins).toBeLessThan(120);
});

const requests = ({ steps }: ReturnType<typeof simulate>): number =>
  steps.filter(({ outcome }) => outcome.is === 'published' || outcome.is === 'refused').length;
