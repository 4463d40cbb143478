import { describe, expect, test } from 'vitest';
import type { PlanEntry } from '../../../electron/model/plan.ts';
import type { Release } from '../../../electron/model/release.ts';
import { type OnStale, planEntry, targetProblem } from '../../../electron/plan/import-plan.ts';
import { exampleArtifact, exampleConnection, exampleRelease } from '../../support/examples.ts';
import { exampleEntry, examplePlan } from '../../support/plans.ts';

const release = exampleRelease();
const file = {
  name: 'app.zip',
  size: 10,
  checksum: 'd'.repeat(32),
  key: 'releases/t/app.zip',
  mainClassName: null,
};

interface Case {
  entry?: Partial<PlanEntry>;
  server?: readonly Release[] | null;
  onStale?: OnStale;
  artifact?: ReturnType<typeof exampleArtifact> | null;
}

function plan({ entry, server = [release], onStale = 'refuse', artifact = null }: Case) {
  const known = {
    releases: new Map((server ?? []).map((one) => [one.id, one])),
    wasRead: server !== null,
    branches: [],
    licenses: [],
  };
  return planEntry({ entry: exampleEntry(entry), number: 3, artifact }, known, onStale);
}

describe('an entry of a plan', () => {
  test('is the draft it was made of', () => {
    const { draft, step, problems } = plan({});
    expect(problems).toEqual([]);
    expect(draft?.base).toEqual(release);
    expect(draft?.meant.fields).toMatchObject({ version: '1.4.0', status: 'DEPRECATED', setAsLatest: false });
    expect(step).toMatchObject({ entry: 3, version: '1.4.0', outcome: 'change' });
    expect(step.changes).toMatchObject([{ label: 'Status', draft: 'Deprecated' }]);
  });

  test('without a base starts from what the server holds now', () => {
    const server = exampleRelease({ metadata: [{ key: 'a', value: '1', locked: true }], file });
    const { draft } = plan({ entry: { base: null }, server: [server] });
    expect(draft?.base).toBe(server);
    expect(draft?.meant.fields.metadata).toEqual(server.metadata);
  });

  test('that the server holds already changes nothing', () => {
    const done = exampleRelease({ status: 'DEPRECATED' });
    expect(plan({ server: [done] }).step.outcome).toBe('nothing');
  });

  test('keeps what others changed elsewhere, and says so', () => {
    const server = exampleRelease({ metadata: [{ key: 'notes', value: 'theirs', locked: false }] });
    const { step, problems } = plan({ server: [server] });
    expect(problems).toEqual([]);
    expect(step.merged).toEqual(['On the server, the metadata “notes” was added: “theirs”.']);
    expect(step.changes.map(({ label }) => label)).toEqual(['Status']);
  });

  test('does not name as a change what others have done already', () => {
    const { step } = plan({
      entry: { fields: { status: 'DEPRECATED', version: '1.4.1' } },
      server: [exampleRelease({ status: 'DEPRECATED' })],
    });
    expect(step.outcome).toBe('change');
    expect(step.changes.map(({ label }) => label)).toEqual(['Version']);
  });

  test('does not name as a change that it would be the latest, where its status lets it be none', () => {
    const { step } = plan({
      entry: { fields: { status: 'DRAFT', setAsLatest: true } },
    });
    expect(step.changes.map(({ label }) => label)).toEqual(['Status']);
  });

  test('whose base the server no longer holds is refused, field by field, with all three values', () => {
    const server = exampleRelease({ status: 'ARCHIVED', version: '1.4.0-old' });
    const { draft, step, problems } = plan({
      entry: { fields: { status: 'DEPRECATED', version: '1.4.1' } },
      server: [server],
    });
    expect(draft).toBeNull();
    expect(step.outcome).toBe('refused');
    expect(problems).toMatchObject([
      { kind: 'stale', entry: 3, version: '1.4.1', field: 'Version' },
      {
        kind: 'stale',
        field: 'Status',
        message:
          'Status was “Published” when this was planned; the server holds “Archived” now, the plan wants “Deprecated”.',
      },
    ]);
  });

  test('whose base is stale is left to the merge when a person wants that', () => {
    const server = exampleRelease({ status: 'ARCHIVED' });
    const { draft, problems } = plan({ server: [server], onStale: 'take' });
    expect(problems).toEqual([]);
    expect(draft?.base?.status).toBe('PUBLISHED');
  });

  test('knows the file it was planned for by name, size and MD5', () => {
    const base = exampleEntry().base;
    const planned = base && { ...base, file: { name: 'app.zip', size: 10, md5: 'd'.repeat(32) } };
    const replacing: Partial<PlanEntry> = {
      base: planned,
      fields: {},
      file: {
        kind: 'replace',
        artifact: { name: 'new.zip', sha256: 'a'.repeat(64), size: 4096, path: 'new.zip' },
      },
    };
    const artifact = exampleArtifact();
    const same = plan({ entry: replacing, artifact, server: [exampleRelease({ file })] });
    expect(same.problems).toEqual([]);
    const other = exampleRelease({ file: { ...file, checksum: 'e'.repeat(32) } });
    expect(plan({ entry: replacing, artifact, server: [other] }).problems).toMatchObject([
      { kind: 'stale', field: 'File' },
    ]);
  });

  test('of a release that is gone is refused', () => {
    expect(plan({ server: [] }).problems).toMatchObject([
      { kind: 'target', entry: 3, field: 'releaseId', message: 'The product has no such release.' },
    ]);
  });

  test('of a product whose list was never read is refused', () => {
    expect(plan({ server: null }).problems).toMatchObject([{ kind: 'target', field: 'productId' }]);
  });

  describe('for a new release', () => {
    const fresh = { releaseId: null, base: null, fields: { version: '2.0.0', status: 'PUBLISHED' } } as const;

    test('says what a new draft says where it says nothing', () => {
      const { draft } = plan({ entry: fresh });
      expect(draft).toEqual({
        base: null,
        meant: {
          fields: {
            version: '2.0.0',
            status: 'PUBLISHED',
            setAsLatest: false,
            branchId: null,
            metadata: [],
            licenseIds: [],
          },
          file: { kind: 'keep' },
        },
      });
    });

    test('changes nothing when it has been published before, just as it is meant', () => {
      const there = exampleRelease({ id: '0dc00822-fd50-4672-a7ec-bf0fa3602247', version: '2.0.0' });
      expect(plan({ entry: fresh, server: [there] })).toMatchObject({
        step: { outcome: 'nothing' },
        draft: null,
      });
    });

    test('is a draft for the checks to refuse when another release has its version', () => {
      const there = exampleRelease({ version: '2.0.0', status: 'ARCHIVED' });
      expect(plan({ entry: fresh, server: [there] }).draft).not.toBeNull();
    });
  });
});

describe('the target of a plan', () => {
  const target = exampleConnection();

  test('is the connection it was made with', () => {
    expect(targetProblem(examplePlan(), target)).toBeNull();
  });

  test.each([
    ['another server', { ...target, serverUrl: 'https://lukittu.example.com' }, 'connection.serverUrl'],
    ['another team', { ...target, teamId: '00000000-0000-0000-0000-000000000000' }, 'connection.teamId'],
  ])('is not %s', (_what, other, field) => {
    expect(targetProblem(examplePlan(), other)).toMatchObject({ kind: 'target', entry: null, field });
  });
});
