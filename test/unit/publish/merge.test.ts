import { describe, expect, it } from 'vitest';
import type { Release } from '../../../electron/model/release.ts';
import { merge, resolve } from '../../../electron/publish/merge.ts';
import type { Meant } from '../../../electron/publish/request.ts';
import { createChance } from '../../support/chance.ts';
import { exampleArtifact, exampleRelease } from '../../support/examples.ts';
import { randomMeant, randomRelease, unchanged } from '../../support/random-releases.ts';

const base = exampleRelease({
  version: '1.0.0',
  metadata: [
    { key: 'channel', value: 'stable', locked: false },
    { key: 'build', value: '7', locked: true },
  ],
  licenseIds: ['license-1', 'license-2'],
  file: { name: 'a.zip', size: 10, checksum: 'a'.repeat(32), key: 'k', mainClassName: null },
});
const newer = { name: 'b.zip', size: 4_404_019, checksum: 'b'.repeat(32), key: 'k', mainClassName: null };
const artifact = exampleArtifact({ name: 'c.zip', size: 2048 });
const replace: Meant['file'] = { kind: 'replace', artifact };

const theirs = (change: Partial<Release>): Release => ({ ...base, ...change });
const mine = (change: Partial<Meant['fields']>, file: Meant['file'] = { kind: 'keep' }): Meant => ({
  fields: { ...unchanged(base).fields, ...change },
  file,
});

describe('merging what was changed on one side', () => {
  it('keeps what others changed of fields the draft left alone, and says so', () => {
    const { merged, mergedFromTheirs, conflicts } = merge(
      base,
      theirs({ status: 'DEPRECATED', branchId: 'b1', branchName: 'dev', latest: true, file: newer }),
      mine({ version: '1.0.1' }),
    );
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(
      mine({ version: '1.0.1', status: 'DEPRECATED', branchId: 'b1', setAsLatest: true }),
    );
    expect(mergedFromTheirs).toEqual([
      'On the server, the status changed from “Published” to “Deprecated”.',
      'On the server, the latest changed from “Not latest” to “Latest”.',
      'On the server, the branch changed from “No branch” to “dev”.',
      'On the server, the file became b.zip, 4.2\u00a0MB.',
    ]);
  });

  it('merges metadata by its keys, values and locks', () => {
    const { merged, mergedFromTheirs, conflicts } = merge(
      base,
      theirs({
        metadata: [
          { key: 'notes', value: 'new', locked: false },
          { key: 'channel', value: 'stable', locked: true },
          { key: 'build', value: '7', locked: true },
        ],
      }),
      mine({
        metadata: [
          { key: 'channel', value: 'stable', locked: false },
          { key: 'sha', value: 'abc', locked: false },
        ],
      }),
    );
    expect(conflicts).toEqual([]);
    expect(merged.fields.metadata).toEqual([
      { key: 'notes', value: 'new', locked: false },
      { key: 'channel', value: 'stable', locked: true },
      { key: 'sha', value: 'abc', locked: false },
    ]);
    expect(mergedFromTheirs).toEqual([
      'On the server, the metadata “channel” changed from “stable” to “stable (locked)”.',
      'On the server, the metadata “notes” was added: “new”.',
    ]);
  });

  it('keeps the order that was given to metadata on either side', () => {
    const turned = base.metadata.toReversed();
    expect(merge(base, base, mine({ metadata: turned })).merged.fields.metadata).toEqual(turned);
    expect(merge(base, theirs({ metadata: turned }), mine({})).merged.fields.metadata).toEqual(turned);
  });

  it('merges licenses as a set', () => {
    const { merged, mergedFromTheirs, conflicts } = merge(
      base,
      theirs({ licenseIds: ['license-2', 'license-3', 'license-4'] }),
      mine({ licenseIds: ['license-1', 'license-5'] }),
    );
    expect(conflicts).toEqual([]);
    expect(new Set(merged.fields.licenseIds)).toEqual(new Set(['license-3', 'license-4', 'license-5']));
    expect(mergedFromTheirs).toEqual([
      'On the server, 2 licenses came in.',
      'On the server, 1 license went out.',
    ]);
  });

  it('does not look at the times that move by themselves', () => {
    const later = theirs({ updatedAt: '2030-01-01T00:00:00.000Z', lastSeenAt: '2030-01-01T00:00:00.000Z' });
    expect(merge(base, later, mine({ version: '2.0.0' }))).toEqual(
      merge(base, base, mine({ version: '2.0.0' })),
    );
  });

  it('has nothing to merge for a release that does not exist yet', () => {
    const meant = mine({ version: '9.0.0' }, replace);
    expect(merge(null, null, meant)).toEqual({ merged: meant, mergedFromTheirs: [], conflicts: [] });
  });
});

describe('changes on both sides', () => {
  it('are no conflict when they are the same', () => {
    const { conflicts, mergedFromTheirs } = merge(
      base,
      theirs({ version: '1.0.1', metadata: [] }),
      mine({ version: '1.0.1', metadata: [] }),
    );
    expect({ conflicts, mergedFromTheirs }).toEqual({ conflicts: [], mergedFromTheirs: [] });
  });

  it('are a conflict when they differ, each said in words', () => {
    const { conflicts } = merge(
      base,
      theirs({
        version: '1.1.0',
        status: 'ARCHIVED',
        branchId: 'b1',
        branchName: 'dev',
        metadata: [{ key: 'channel', value: 'beta', locked: false }],
      }),
      mine({
        version: '1.0.1',
        status: 'DRAFT',
        branchId: 'b2',
        metadata: [
          { key: 'channel', value: 'alpha', locked: false },
          { key: 'build', value: '8', locked: true },
        ],
      }),
      [{ id: 'b2', name: 'next', productId: base.productId }],
    );
    expect(conflicts).toEqual([
      { part: 'version', label: 'Version', base: '1.0.0', theirs: '1.1.0', mine: '1.0.1' },
      { part: 'status', label: 'Status', base: 'Published', theirs: 'Archived', mine: 'Draft' },
      { part: 'branch', label: 'Branch', base: 'No branch', theirs: 'dev', mine: 'next' },
      { part: 'metadata', label: 'Metadata: channel', base: 'stable', theirs: 'beta', mine: 'alpha' },
      { part: 'metadata', label: 'Metadata: build', base: '7 (locked)', theirs: 'None', mine: '8 (locked)' },
    ]);
  });
});

describe('the file', () => {
  it.each<[string, Release['file'], Meant['file'], Meant['file']]>([
    ['mine, when others left it alone', base.file, replace, replace],
    ['theirs, when mine keeps it', newer, { kind: 'keep' }, { kind: 'keep' }],
    ['mine, when theirs is gone', null, replace, replace],
    ['gone, when both removed it', null, { kind: 'remove' }, { kind: 'remove' }],
    [
      'kept, when others put the same one there',
      { ...newer, name: 'c.zip', size: 2048 },
      replace,
      { kind: 'keep' },
    ],
  ])('is %s', (_, there, intent, result) => {
    const { merged, conflicts } = merge(base, theirs({ file: there }), mine({}, intent));
    expect({ file: merged.file, conflicts }).toEqual({ file: result, conflicts: [] });
  });

  it.each<[Meant['file'], string]>([
    [replace, 'Replace with c.zip, 2.0\u00a0KB'],
    [{ kind: 'remove' }, 'Remove the file'],
  ])('is a conflict when others replaced it and mine does more than keep it', (intent, words) => {
    const { conflicts } = merge(base, theirs({ file: newer }), mine({}, intent));
    expect(conflicts).toEqual([
      {
        part: 'file',
        label: 'File',
        base: 'a.zip, 10\u00a0bytes',
        theirs: 'b.zip, 4.2\u00a0MB',
        mine: words,
      },
    ]);
  });
});

describe('deciding conflicts', () => {
  const others = theirs({ version: '1.1.0', status: 'ARCHIVED', file: newer });
  const meant = mine({ version: '1.0.1', status: 'DRAFT' }, replace);

  it('takes what was chosen and leaves what was not', () => {
    const { merged, conflicts } = resolve(base, others, meant, { Version: 'theirs', File: 'theirs' });
    expect(merged.fields.version).toBe('1.1.0');
    expect(merged.file).toEqual({ kind: 'keep' });
    expect(conflicts.map(({ label }) => label)).toEqual(['Status']);
  });

  it('is not moved by names every object has', () => {
    const metadata = [{ key: 'x', value: '1', locked: false }];
    const { conflicts } = resolve(
      exampleRelease({ metadata }),
      exampleRelease({ metadata: [{ key: 'x', value: '2', locked: false }] }),
      {
        ...unchanged(base),
        fields: { ...unchanged(base).fields, metadata: [{ key: 'x', value: '3', locked: false }] },
      },
      JSON.parse('{ "__proto__": { "Metadata: x": "theirs" } }'),
    );
    expect(conflicts.map(({ label }) => label)).toContain('Metadata: x');
  });
});

describe('for any base, theirs and mine', () => {
  const cases = Array.from({ length: 2000 }, (_, seed) => {
    const chance = createChance(seed);
    return { seed, base: randomRelease(chance), theirs: randomRelease(chance), mine: randomMeant(chance) };
  });
  const each = (check: (given: (typeof cases)[number], note: string) => void) => {
    for (const given of cases) check(given, `seed ${given.seed}`);
  };

  it('nobody else’s change leaves mine', () => {
    each((given, note) => {
      expect(merge(given.base, given.base, given.mine), note).toEqual({
        merged: given.mine,
        mergedFromTheirs: [],
        conflicts: [],
      });
    });
  });

  it('no change of mine leaves theirs', () => {
    each((given, note) => {
      const { merged, conflicts } = merge(given.base, given.theirs, unchanged(given.base));
      expect(merged, note).toEqual(unchanged(given.theirs));
      expect(conflicts, note).toEqual([]);
    });
  });

  it('the same change on both sides is that change', () => {
    each((given, note) => {
      const { merged, conflicts } = merge(given.base, given.theirs, unchanged(given.theirs));
      expect(merged, note).toEqual(unchanged(given.theirs));
      expect(conflicts, note).toEqual([]);
    });
  });

  it('what was merged merges into itself', () => {
    each((given, note) => {
      const { merged, conflicts } = merge(given.base, given.theirs, given.mine);
      if (conflicts.length > 0) return;
      const again = merge(given.theirs, given.theirs, merged);
      expect(again, note).toEqual({ merged, mergedFromTheirs: [], conflicts: [] });
    });
  });

  it('all that was added on either side is there', () => {
    const text = (entry: object) => JSON.stringify(entry);
    each((given, note) => {
      const { merged, conflicts } = merge(given.base, given.theirs, given.mine);
      const added = (ids: readonly string[]) => ids.filter((id) => !given.base.licenseIds.includes(id));
      const expected = [...added(given.theirs.licenseIds), ...added(given.mine.fields.licenseIds)];
      expect(merged.fields.licenseIds, note).toEqual(expect.arrayContaining(expected));
      if (conflicts.length > 0) return;
      const keys = new Set(given.base.metadata.map(({ key }) => key));
      const fresh = [...given.theirs.metadata, ...given.mine.fields.metadata].filter(
        ({ key }) => !keys.has(key),
      );
      expect(merged.fields.metadata.map(text), note).toEqual(expect.arrayContaining(fresh.map(text)));
    });
  });

  it('choosing one side for every conflict leaves none, and shows that side', () => {
    each((given, note) => {
      const { conflicts } = merge(given.base, given.theirs, given.mine);
      for (const side of ['mine', 'theirs'] as const) {
        const choices = Object.fromEntries(conflicts.map(({ label }) => [label, side]));
        const resolved = resolve(given.base, given.theirs, given.mine, choices);
        expect(resolved.conflicts, note).toEqual([]);
        const chosen = side === 'mine' ? given.mine.fields : unchanged(given.theirs).fields;
        for (const { part } of conflicts) {
          if (part === 'version' || part === 'status') {
            expect(resolved.merged.fields[part], note).toBe(chosen[part]);
          }
        }
      }
    });
  });
});
