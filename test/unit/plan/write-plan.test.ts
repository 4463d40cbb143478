import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../electron/pieces.ts';
import { readPlan } from '../../../electron/plan/read-plan.ts';
import { planning, writingPlan } from '../../../electron/plan/write-plan.ts';
import type { StoredDraft } from '../../../electron/store/drafts.ts';
import { createChance } from '../../support/chance.ts';
import { exampleArtifact, exampleConnection, exampleDraft, exampleRelease } from '../../support/examples.ts';
import { randomMeant, randomRelease } from '../../support/random-releases.ts';

const batch = { name: 'Winter', onFailure: 'stop', startAt: '2026-12-01T06:00:00.000Z' } as const;

const written = (drafts: readonly StoredDraft[], names: ReadonlyMap<string, string> = new Map()) => {
  const plan = atOnce(planning({ connection: exampleConnection(), batch, drafts, names }));
  return { plan, text: atOnce(writingPlan(plan)) };
};

/** The n-th id. */
const idOf = (n: number): string => `6d0cb053-941c-491f-a3a3-${String(n).padStart(12, '0')}`;

describe('a plan that is written', () => {
  test('is read as exactly the drafts it was made of, whatever they say', () => {
    const chance = createChance(7);
    const drafts = Array.from({ length: 300 }, (_, index) => {
      const base = chance.below(4) === 0 ? null : { ...randomRelease(chance), id: idOf(index) };
      const meant = randomMeant(chance);
      const version = base ? meant.fields.version : `9.${index}.0`;
      const file = base === null && meant.file.kind === 'remove' ? ({ kind: 'keep' } as const) : meant.file;
      return exampleDraft({ id: `draft-${index}`, base, fields: { ...meant.fields, version }, file });
    });
    const { plan, problems } = readPlan(Buffer.from(written(drafts).text));
    expect(problems).toEqual([]);
    expect(written(drafts).text).toBe(`${JSON.stringify(written(drafts).plan, null, 2)}\n`);
    for (const [index, draft] of drafts.entries()) {
      const entry = plan?.entries[index];
      expect(entry?.fields).toEqual(draft.fields);
      expect(entry?.file.kind).toBe(draft.file.kind);
      expect(entry?.base?.latest).toBe(draft.base?.latest);
      expect(entry?.base?.file?.md5).toBe(draft.base?.file?.checksum);
    }
  });

  test('has the same text for the same drafts, one value a line, in an order made for reading', () => {
    const { text } = written([exampleDraft()]);
    expect(written([exampleDraft()]).text).toBe(text);
    expect(text.endsWith('}\n')).toBe(true);
    const keys = [...text.matchAll(/^ {2}"(\w+)"/gm)].map(([, key]) => key);
    expect(keys).toEqual(['schemaVersion', 'connection', 'batch', 'names', 'entries']);
  });

  test('does not depend on the order in which the app came to know names', () => {
    const [a, b] = [exampleRelease().productId, '0dc00822-fd50-4672-a7ec-bf0fa3602247'];
    const draft = exampleDraft({ fields: { ...exampleDraft().fields, branchId: b } });
    const one = written(
      [draft],
      new Map([
        [a, 'Claims Guard'],
        [b, 'beta'],
        ['unused', 'x'],
      ]),
    );
    const other = written(
      [draft],
      new Map([
        [b, 'beta'],
        [a, 'Claims Guard'],
      ]),
    );
    expect(one.text).toBe(other.text);
    expect(one.plan.names).toEqual({ [b]: 'beta', [a]: 'Claims Guard' });
  });

  test('holds no key, no path of this machine and no customer', () => {
    const file = { kind: 'replace', artifact: exampleArtifact() } as const;
    const source = { path: '/home/anna/build/app.zip', size: 4096, modifiedAt: 1 };
    const { text } = written([exampleDraft({ file, source })]);
    expect(text).not.toContain('anna');
    expect(text).not.toContain(exampleConnection().keyHint);
  });

  test('gives each artifact a place of its own beside it', () => {
    const replace = (id: number, change: object) =>
      exampleDraft({
        id: `draft-${id}`,
        base: exampleRelease({ id: idOf(id) }),
        file: { kind: 'replace', artifact: exampleArtifact(change) },
      });
    const { plan } = written([
      replace(1, { name: 'alone.zip' }),
      replace(2, { name: 'same.zip', sha256: '1'.repeat(64) }),
      replace(3, { name: 'Same.zip', sha256: '2'.repeat(64) }),
      replace(4, { name: 'con.jar', sha256: '3'.repeat(64) }),
      replace(5, { name: 'alone.zip' }),
    ]);
    const paths = plan.entries.map(({ file }) => (file.kind === 'replace' ? file.artifact.path : null));
    expect(paths).toEqual([
      'artifacts/alone.zip',
      'artifacts/111111111111/same.zip',
      'artifacts/222222222222/Same.zip',
      `artifacts/${'3'.repeat(64)}`,
      'artifacts/alone.zip',
    ]);
    expect(readPlan(Buffer.from(atOnce(writingPlan(plan)))).problems).toEqual([]);
  });
});
