import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Draft } from '../../../electron/model/draft.ts';
import {
  ago,
  agoAndClock,
  agoShort,
  clock,
  day,
  fileSize,
  percent,
  shortId,
} from '../../../renderer/format.ts';
import { english } from '../../../renderer/texts/english.ts';
import { finnish } from '../../../renderer/texts/finnish.ts';
import { shown } from '../../../renderer/ui/visible-text.ts';
import { fieldOf, formOf, missingIn, valuesOf } from '../../../renderer/views/connect/form-values.ts';
import { draftWords } from '../../../renderer/views/drafts/draft-words.ts';

describe('text from elsewhere', () => {
  it('shows control characters and direction overrides instead of obeying them', () => {
    expect(shown('a\u0000b\u0007c\u007f')).toBe('a⟨0000⟩b⟨0007⟩c⟨007F⟩');
    expect(shown('1.0\u202Egnp.exe')).toBe('1.0⟨202E⟩gnp.exe');
    expect(shown('pay\u200Bpal\u2028\ufeff')).toBe('pay⟨200B⟩pal⟨2028⟩⟨FEFF⟩');
  });

  it('leaves scripts, emoji and markup as they are', () => {
    const text = 'Größe 版本 👩‍💻 می‌خواهم <b>bold</b>';
    expect(shown(text)).toBe(text);
  });
});

describe('sizes and shares', () => {
  it('are counted as the server counts its limit', () => {
    expect(fileSize(0)).toBe('0\u00a0bytes');
    expect(fileSize(1)).toBe('1\u00a0byte');
    expect(fileSize(999)).toBe('999\u00a0bytes');
    expect(fileSize(10 * 1024 * 1024)).toBe('10\u00a0MB');
    expect(fileSize(1_048_576)).toBe('1.0\u00a0MB');
  });

  it('are called as each language calls one and many', () => {
    expect([1, 2].map((n) => english.units.bytes(n, String(n)))).toEqual(['1\u00a0byte', '2\u00a0bytes']);
    expect([1, 2].map((n) => finnish.units.bytes(n, String(n)))).toEqual(['1\u00a0tavu', '2\u00a0tavua']);
  });

  it('reach 100% only at the end', () => {
    expect(percent(0.999)).toBe('99%');
    expect(percent(1)).toBe('100%');
  });
});

describe('times', () => {
  const now = Date.parse('2026-03-10T12:00:00Z');

  it('are said as a person says them', () => {
    expect(ago('2026-03-10T11:59:40Z', now)).toBe('just now');
    expect(ago('2026-03-10T11:30:00Z', now)).toBe('30 minutes ago');
    expect(ago('2026-03-09T11:00:00Z', now)).toBe('1 day ago');
    expect(agoShort('2026-03-07T12:00:00Z', now)).toContain('3');
  });

  it('are said with the date and the clock where there is room: today’s with the clock, old ones with the date', () => {
    const yesterday = '2026-03-09T11:00:00Z';
    expect(agoAndClock(yesterday, now)).toBe(`1 day ago, ${clock(yesterday, now)}`);
    expect(agoAndClock(yesterday, now)).toMatch(/^1 day ago, 9 Mar 2026, \d\d:\d\d$/);
    expect(agoAndClock('2026-01-09T11:00:00Z', now)).toBe('2 months ago, 9 Jan 2026');
    expect(agoAndClock('2026-03-10T11:30:00Z', now)).toMatch(/^30 minutes ago, \d\d:30$/);
    expect(day('2026-03-09T11:00:00Z')).toBe('9 March 2026');
  });

  it('that cannot be read are shown as they are', () => {
    expect(ago('some day', now)).toBe('some day');
    expect(agoAndClock('some day', now)).toBe('some day');
  });
});

describe('ids', () => {
  it('are shortened to what tells them apart', () => {
    expect(shortId('7f0c1d0e-3b5a-4f6c-9d8e-ab1234567890')).toBe('7f0c1d0e…');
    expect(shortId('short')).toBe('short');
  });
});

describe('what a draft changes, in a line', () => {
  const base = {
    id: 'release',
    productId: 'product',
    version: '1.0.0',
    status: 'PUBLISHED',
    latest: false,
    branchId: null,
    branchName: null,
    metadata: [{ key: 'a', value: 'b', locked: false }],
    licenseIds: ['x', 'y'],
    file: null,
    createdAt: '',
    updatedAt: '',
    lastSeenAt: null,
  } as const;
  const unchanged: Draft = {
    id: 'draft',
    connectionId: 'connection',
    productId: 'product',
    releaseId: 'release',
    base: { ...base, metadata: [...base.metadata], licenseIds: [...base.licenseIds] },
    fields: {
      version: '1.0.0',
      status: 'PUBLISHED',
      setAsLatest: false,
      branchId: null,
      metadata: [...base.metadata],
      licenseIds: ['y', 'x'],
    },
    file: { kind: 'keep' },
    createdAt: '',
    updatedAt: '',
  };

  it('is nothing while only the order of the licenses differs', () => {
    expect(draftWords(unchanged)).toBe('Changes nothing');
  });

  it('names the file first, then each field with what it becomes', () => {
    const fields = { ...unchanged.fields, version: '1.0.1', status: 'ARCHIVED' as const, metadata: [] };
    expect(draftWords({ ...unchanged, fields, file: { kind: 'remove' } })).toBe(
      'File → no file, Version → 1.0.1, Status → Archived, Metadata (a)',
    );
  });

  it('names the metadata that changes, as long as that is little', () => {
    const words = (keys: string[]) => {
      const metadata = [...base.metadata, ...keys.map((key) => ({ key, value: '1', locked: false }))];
      return draftWords({ ...unchanged, fields: { ...unchanged.fields, metadata } });
    };
    expect(words(['support-until', 'channel'])).toBe('Metadata (support-until, channel)');
    expect(words(['1', '2', '3', '4'])).toBe('Metadata');
    const metadata = base.metadata.map((entry) => ({ ...entry, locked: true }));
    expect(draftWords({ ...unchanged, fields: { ...unchanged.fields, metadata } })).toBe('Metadata (a)');
  });

  it('says of a new release that it is one', () => {
    expect(draftWords({ ...unchanged, base: null, releaseId: null })).toBe('New release, Published');
  });
});

describe('the form of a team', () => {
  const typed = { ...valuesOf(null), name: 'Team', teamId: 'id', apiKey: 'key' };

  it('says what is missing, and lets a stored key stay', () => {
    expect(Object.keys(missingIn(valuesOf(null), false))).toEqual(['name', 'teamId', 'apiKey']);
    expect(missingIn(typed, false)).toEqual({});
    expect(missingIn({ ...typed, apiKey: '' }, true)).toEqual({});
    expect(Object.keys(missingIn({ ...typed, maxFileMegabytes: Number.NaN, limitCount: 0 }, false))).toEqual([
      'maxFile',
      'rateLimit',
    ]);
  });

  it('hands the key over as it was pasted: the main process cleans it and says so', () => {
    const form = formOf({ ...typed, name: ' Team ', apiKey: ' Bearer key ' });
    expect(form).toMatchObject({ name: 'Team', apiKey: ' Bearer key ', maxFileBytes: 10 * 1024 * 1024 });
    expect(formOf({ ...typed, isLimited: false }).rateLimit).toBeNull();
  });

  it('shows a failure at the field it is about', () => {
    expect(fieldOf(failureOf('invalid-key'))).toBe('apiKey');
    expect(fieldOf(failureOf('name-not-found'))).toBe('serverUrl');
    expect(fieldOf(failureOf('server-error'))).toBeNull();
    expect(fieldOf(failureOf('invalid-input', { fields: [{ path: 'form.teamId', message: 'no' }] }))).toBe(
      'teamId',
    );
  });
});
