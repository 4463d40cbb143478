import { beforeEach, describe, expect, test, vi } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Batch, BatchChange } from '../../../electron/model/batch.ts';
import type { Result } from '../../../electron/model/failure.ts';
import { addToBatch } from '../../../renderer/store/batch-actions.ts';
import {
  changeBatch,
  rememberStart,
  reorder,
  takeOut,
  typeStart,
} from '../../../renderer/store/batch-changes.ts';
import { readBatches, useBatches } from '../../../renderer/store/batches.ts';
import { useConnections } from '../../../renderer/store/connections.ts';
import { useJobs } from '../../../renderer/store/jobs.ts';
import { useNotices } from '../../../renderer/store/notices.ts';
import { undoLast, useUndo } from '../../../renderer/store/undo.ts';
import { exampleJob } from '../../support/examples.ts';
import { paused, waiting } from '../../support/job-states.ts';

const spring: Batch = {
  id: 'spring',
  connectionId: 'connection-1',
  name: 'Spring',
  draftIds: ['a', 'b', 'c', 'd'],
  onFailure: 'stop',
  startAt: null,
  createdAt: '2026-01-01T12:00:00.000Z',
  updatedAt: '2026-01-01T12:00:00.000Z',
};
/** The batch as the main process has it. */
let stored: Batch;
/** Waits for each change before it is answered. */
let answer: () => Promise<void>;
/** Whether the next change is refused. */
let isRefused: boolean;

beforeEach(() => {
  stored = spring;
  answer = async () => undefined;
  isRefused = false;
  vi.stubGlobal('window', {
    lukittu: {
      'batches.list': async () => ({ ok: true, value: [stored] }),
      'batches.change': async ({ change }: { change: BatchChange }): Promise<Result<Batch>> => {
        await answer();
        if (isRefused) return { ok: false, failure: failureOf('disk-full') };
        stored = { ...stored, ...(change as Partial<Batch>) };
        return { ok: true, value: stored };
      },
      'batches.takeOut': async ({ draftIds }: { draftIds: string[] }) => {
        stored = { ...stored, draftIds: stored.draftIds.filter((id) => !draftIds.includes(id)) };
        return { ok: true, value: null };
      },
    },
  });
  useConnections.setState({ connections: [], currentId: spring.connectionId });
  useBatches.setState({ connectionId: spring.connectionId, batches: [spring], openId: null });
  useJobs.setState({ connectionId: spring.connectionId, jobs: [] });
  useNotices.setState({ notices: [] });
  useUndo.setState({ done: [] });
});

const shownBatch = (): Batch => useBatches.getState().batches[0] ?? spring;
const told = (): string[] => useNotices.getState().notices.map(({ message }) => message);

/** Moves a draft up by one, from where it is shown. */
function moveUp(id: string): Promise<void> {
  const { draftIds } = shownBatch();
  const at = draftIds.indexOf(id);
  return reorder(shownBatch(), draftIds.toSpliced(at, 1).toSpliced(at - 1, 0, id), { id, version: id });
}

describe('changes of a batch', () => {
  test('each build on what is shown, however fast they come, and are taken back one by one', async () => {
    let waitingFor: (() => void)[] = [];
    answer = () =>
      new Promise((resolve) => {
        waitingFor.push(resolve);
      });
    const moves = [moveUp('d'), moveUp('d'), moveUp('d')];
    expect(shownBatch().draftIds).toEqual(['d', 'a', 'b', 'c']);
    const read = readBatches();
    for (let one = 0; one < 3; one += 1) {
      await vi.waitFor(() => expect(waitingFor).toHaveLength(1));
      expect(shownBatch().draftIds).toEqual(['d', 'a', 'b', 'c']);
      waitingFor.shift()?.();
      waitingFor = [];
    }
    await Promise.all([...moves, read]);
    expect(stored.draftIds).toEqual(['d', 'a', 'b', 'c']);

    answer = async () => undefined;
    await Promise.all([undoLast(), undoLast()]);
    expect(stored.draftIds).toEqual(['a', 'b', 'd', 'c']);
    await undoLast();
    expect(stored.draftIds).toEqual(spring.draftIds);
    expect(shownBatch().draftIds).toEqual(spring.draftIds);
  });

  test('can be taken back as soon as they are shown', async () => {
    const answers: (() => void)[] = [];
    answer = () =>
      new Promise((resolve) => {
        answers.push(resolve);
      });
    const move = moveUp('d');
    const undone = undoLast();
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    answer = async () => undefined;
    answers[0]?.();
    await Promise.all([move, undone]);
    expect(stored.draftIds).toEqual(spring.draftIds);
  });

  test('that are refused are shown no more, and leave nothing to undo', async () => {
    isRefused = true;
    const move = moveUp('d');
    expect(shownBatch().draftIds).toEqual(['a', 'b', 'd', 'c']);
    await move;
    expect(shownBatch().draftIds).toEqual(spring.draftIds);
    expect(useUndo.getState().done).toEqual([]);
  });

  test('name what was changed', async () => {
    await changeBatch(spring, { name: 'Autumn' });
    await changeBatch(shownBatch(), { onFailure: 'go-on' });
    await changeBatch(shownBatch(), { startAt: '2026-02-01T12:00:00.000Z' });
    expect(useUndo.getState().done.map(({ what }) => what)).toEqual([
      '“Spring” is called “Autumn” now.',
      'What “Autumn” does after a failure is changed.',
      'When “Autumn” begins is changed.',
    ]);
  });

  test('of the time it begins are one step, however many keys it took', async () => {
    const former = { ...spring, startAt: '2026-02-01T12:00:00.000Z' };
    stored = former;
    useBatches.setState({ batches: [former] });
    for (const day of ['01', '13', '15']) void typeStart(shownBatch(), `2027-01-${day}T12:00:00.000Z`);
    rememberStart(former);
    rememberStart(shownBatch());
    await readBatches();
    expect(stored.startAt).toBe('2027-01-15T12:00:00.000Z');
    expect(useUndo.getState().done).toHaveLength(1);
    await undoLast();
    expect(stored.startAt).toBe(former.startAt);
  });

  test.each([
    ['waits', waiting],
    ['is paused', paused],
  ])('are not taken back while it %s in the queue: when and what goes out stays', async (_, state) => {
    await changeBatch(spring, { startAt: '2027-01-01T12:00:00.000Z' });
    await takeOut(shownBatch(), ['a'], 'a');
    useJobs.setState({ jobs: [exampleJob({ batch: { id: 'spring', name: 'Spring' }, state })] });
    await Promise.all([undoLast(), undoLast()]);
    expect(told()).toContain('It cannot be undone while the batch is in the queue.');
    expect(stored).toMatchObject({ startAt: '2027-01-01T12:00:00.000Z', draftIds: ['b', 'c', 'd'] });
  });
});

test('drafts that are in a batch already are said to be, and leave nothing to undo', async () => {
  expect(await addToBatch(spring, ['a', 'b'])).toBe(true);
  expect(told()).toEqual(['They are in “Spring” already.']);
  expect(useUndo.getState().done).toEqual([]);
});
