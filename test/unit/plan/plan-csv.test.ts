import { describe, expect, test } from 'vitest';
import type { Release } from '../../../electron/model/release.ts';
import { planRow } from '../../../electron/plan/plan-csv.ts';
import type { CsvRow } from '../../../electron/plan/read-csv.ts';
import type { StoredDraft } from '../../../electron/store/drafts.ts';
import { exampleDraft, exampleRelease } from '../../support/examples.ts';

const release = exampleRelease();
const now = '2026-02-03T04:05:06.000Z';

interface Case {
  readonly row?: Partial<CsvRow>;
  readonly draft?: StoredDraft | null;
  readonly server?: readonly Release[];
  readonly isPublishing?: boolean;
}

function plan({ row, draft = null, server = [release], isPublishing = false }: Case) {
  const { productId, id: releaseId } = release;
  return planRow(
    { row: 7, productId, releaseId, fields: { status: 'DEPRECATED' }, metadata: [], ...row },
    {
      known: {
        releases: new Map(server.map((one) => [one.id, one])),
        wasRead: true,
        branches: [],
        licenses: [],
      },
      draft,
      isPublishing,
      begin: (base) => exampleDraft({ id: 'begun', base, releaseId: base?.id ?? null }),
      now,
    },
  );
}

describe('a row', () => {
  test('of a release without a draft begins one from what was last seen', () => {
    const { draft, step } = plan({});
    expect(draft).toMatchObject({
      before: null,
      after: { id: 'begun', base: release, fields: { status: 'DEPRECATED' }, updatedAt: now },
    });
    expect(step).toMatchObject({ entry: 7, outcome: 'change', changes: [{ label: 'Status' }] });
  });

  test('does not name as a change that it would be the latest, where its status lets it be none', () => {
    const { step } = plan({ row: { fields: { status: 'DRAFT', setAsLatest: true } } });
    expect(step.changes).toMatchObject([{ label: 'Status' }]);
  });

  test('that says what the server holds makes none', () => {
    expect(plan({ row: { fields: { status: release.status } } })).toMatchObject({
      step: { outcome: 'nothing', changes: [] },
      draft: null,
    });
  });

  test('goes into the draft there is, on top of what that says', () => {
    const before = exampleDraft({ base: release, fields: { ...exampleDraft().fields, version: '7.0.0' } });
    const { draft } = plan({ draft: before });
    expect(draft).toMatchObject({ before, after: { id: before.id, fields: { version: '7.0.0' } } });
  });

  test('that says what the draft says already leaves it alone', () => {
    const before = exampleDraft({
      base: release,
      fields: { ...exampleDraft().fields, status: 'DEPRECATED' },
    });
    expect(plan({ draft: before })).toMatchObject({ step: { outcome: 'nothing' }, draft: null });
  });

  test('starts anew where the draft was only opened, before the server moved on', () => {
    const { version, status, latest, branchId, metadata, licenseIds } = release;
    const opened = exampleDraft({
      base: release,
      fields: { version, status, setAsLatest: latest, branchId, metadata: [...metadata], licenseIds },
    });
    const moved = exampleRelease({ metadata: [{ key: 'theirs', value: '1', locked: false }] });
    const { draft } = plan({ draft: opened, server: [moved] });
    expect(draft).toMatchObject({
      before: opened,
      after: { id: opened.id, base: moved, fields: { metadata: moved.metadata, status: 'DEPRECATED' } },
    });
  });

  test('of a release that is to be created makes a draft of it', () => {
    const { draft, step } = plan({ row: { releaseId: null, fields: { version: '8.0.0' } } });
    expect(draft).toMatchObject({ before: null, after: { releaseId: null, fields: { version: '8.0.0' } } });
    expect(step).toMatchObject({ releaseId: null, version: '8.0.0', outcome: 'change' });
  });

  test.each([
    ['whose release is gone', { server: [] }, 'target', 'releaseId'],
    ['whose draft is being published', { draft: exampleDraft(), isPublishing: true }, 'draft', ''],
    ['with too long a version', { row: { fields: { version: 'x'.repeat(300_000) } } }, 'form', 'version'],
  ])('%s is refused and says so', (_what, given, kind, field) => {
    const { problem, step, draft } = plan(given);
    expect(problem).toMatchObject({ kind, field, entry: 7 });
    expect(step.outcome).toBe('refused');
    expect(draft).toBeNull();
  });
});
