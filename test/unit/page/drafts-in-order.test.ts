import { expect, test } from 'vitest';
import type { Draft } from '../../../electron/model/draft.ts';
import { useDrafts } from '../../../renderer/store/drafts.ts';
import { draftsInOrder } from '../../../renderer/views/drafts/drafts-in-order.ts';
import { exampleOpenDraft } from '../../support/examples.ts';

/** A draft that is known by its version. */
function draft(version: string, minute: string): Draft {
  const { fields } = exampleOpenDraft();
  const updatedAt = `2026-01-01T12:${minute}:00.000Z`;
  return exampleOpenDraft({ id: version, fields: { ...fields, version }, updatedAt });
}

function inOrder(drafts: readonly Draft[], but: readonly string[] = []): readonly string[] {
  useDrafts.setState({ drafts });
  return draftsInOrder(new Set(drafts.map(({ id }) => id)).difference(new Set(but)));
}

test('drafts are published in the order in which they were changed', () => {
  const drafts = [draft('1.0.0', '30'), draft('3.0.0', '20'), draft('2.0.0', '10')];
  expect(inOrder(drafts)).toEqual(['2.0.0', '3.0.0', '1.0.0']);
  expect(inOrder(drafts, ['3.0.0'])).toEqual(['2.0.0', '1.0.0']);
});

test('drafts that were changed together are published from the oldest version to the newest', () => {
  const together = ['2.0.10', '2.0.2', '1.4.0', '2.0.2-beta'].map((version) => draft(version, '20'));
  expect(inOrder([draft('0.9.0', '30'), ...together, draft('9.0.0', '10')])).toEqual([
    '9.0.0',
    '1.4.0',
    '2.0.2-beta',
    '2.0.2',
    '2.0.10',
    '0.9.0',
  ]);
});
