import { describe, expect, test } from 'vitest';
import type { Batch, BatchReview } from '../../../electron/model/batch.ts';
import { outlookOf } from '../../../renderer/store/batch-outlook.ts';

const at = '2026-01-01T12:00:00.000Z';
const batch: Batch = {
  id: 'spring',
  connectionId: 'team',
  name: 'Spring',
  draftIds: ['one', 'two', 'three'],
  onFailure: 'go-on',
  startAt: null,
  createdAt: at,
  updatedAt: at,
};

type Step = BatchReview['steps'][number];

const finding = (severity: Step['findings'][number]['severity']): Step['findings'][number] => ({
  rule: 'file-may-be-lost',
  severity,
  part: 'file',
  message: 'If the server fails halfway, the file is lost.',
  fix: null,
});

const step = (draftId: string, outcome: Step['outcome'], findings: Step['findings']): Step => ({
  draftId,
  outcome,
  findings,
  latest: [],
  goesAt: null,
  doneAt: null,
});

const ofSequence = (draftId: string): BatchReview['findings'][number] => ({
  rule: 'latest-twice',
  severity: 'warns',
  part: 'latest',
  draftId,
  otherDraftIds: [],
  message: '1 makes another the latest.',
});

const review = (steps: Step[], findings: BatchReview['findings']): BatchReview => ({
  batch,
  steps,
  findings,
  order: null,
  compaction: null,
  cost: { slots: { update: 3, create: 0 }, waits: 0, startsAt: at, finishesAt: at },
  stopsAt: null,
});

describe('the warnings of a batch', () => {
  test('are those of its drafts in their places and those of the sequence; notes are none', () => {
    const steps = [
      step('one', 'published', [finding('warns'), finding('tells')]),
      step('two', 'published', [finding('warns')]),
    ];
    expect(outlookOf(batch, review(steps, [ofSequence('two')])).warnings).toBe(3);
  });

  test('are of what would be sent only', () => {
    const steps = [step('one', 'published', []), step('two', 'refused', [finding('warns')])];
    expect(outlookOf(batch, review(steps, [ofSequence('two')])).warnings).toBe(0);
  });

  test('are not known before it was played', () => {
    expect(outlookOf(batch, null).warnings).toBe(0);
  });
});
