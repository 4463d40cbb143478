import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../electron/model/draft.ts';
import { type DraftNames, matchingDrafts } from '../../../renderer/views/drafts/matching-drafts.ts';
import { exampleOpenDraft, exampleRelease } from '../../support/examples.ts';

const names: DraftNames = {
  product: () => 'Claims Guard',
  batch: (id) => (id === 'archived' ? 'Spring cleaning' : ''),
};

function draftOf(id: string, version: string, fields: Partial<Draft['fields']>): Draft {
  const draft = exampleOpenDraft({ id, base: exampleRelease({ version }) });
  return { ...draft, fields: { ...draft.fields, version, ...fields } };
}

const archived = draftOf('archived', '1.4.0', { status: 'ARCHIVED' });
const renamed = draftOf('renamed', '2.0.0', { version: '2.0.1' });
const found = (text: string) => matchingDrafts([archived, renamed], text, names).map(({ id }) => id);

describe('the search in the drafts', () => {
  it('finds a draft by the version the release has and by the one it gets', () => {
    expect(found('2.0.0')).toEqual(['renamed']);
    expect(found('2.0.1')).toEqual(['renamed']);
  });

  it('finds it by its product, its batch and what it changes, in any case', () => {
    expect(found('claims')).toEqual(['archived', 'renamed']);
    expect(found('SPRING')).toEqual(['archived']);
    expect(found('archived')).toEqual(['archived']);
  });

  it('wants every word somewhere', () => {
    expect(found('guard archived')).toEqual(['archived']);
    expect(found('spring 2.0')).toEqual([]);
  });

  it('leaves everything where nothing is looked for', () => {
    expect(found('  ')).toEqual(['archived', 'renamed']);
  });
});
