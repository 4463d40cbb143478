import { expect, test } from 'vitest';
import { inPublishingOrder } from '../../../renderer/views/drafts/drafts-in-order.ts';
import { exampleDraft } from '../../support/examples.ts';

const draft = (version: string, minute: string) =>
  exampleDraft({
    fields: { ...exampleDraft().fields, version },
    updatedAt: `2026-01-01T12:${minute}:00.000Z`,
  });
const versions = (drafts: readonly ReturnType<typeof draft>[]) =>
  inPublishingOrder(drafts).map(({ fields }) => fields.version);

test('drafts are published in the order in which they were changed', () => {
  expect(versions([draft('1.0.0', '30'), draft('3.0.0', '20'), draft('2.0.0', '10')])).toEqual([
    '2.0.0',
    '3.0.0',
    '1.0.0',
  ]);
});

test('drafts that were changed together are published from the oldest version to the newest', () => {
  const together = ['2.0.10', '2.0.2', '1.4.0', '2.0.2-beta'].map((version) => draft(version, '20'));
  expect(versions([draft('0.9.0', '30'), ...together, draft('9.0.0', '10')])).toEqual([
    '9.0.0',
    '1.4.0',
    '2.0.2-beta',
    '2.0.2',
    '2.0.10',
    '0.9.0',
  ]);
});
