import { beforeEach, expect, test, vi } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Batch } from '../../../electron/model/batch.ts';
import { addToBatch } from '../../../renderer/store/batch-actions.ts';
import { useBatches } from '../../../renderer/store/batches.ts';
import { useConnections } from '../../../renderer/store/connections.ts';
import { useJobs } from '../../../renderer/store/jobs.ts';
import { useNotices } from '../../../renderer/store/notices.ts';
import { undoLast } from '../../../renderer/store/undo.ts';
import { exampleJob } from '../../support/examples.ts';
import { verified, waiting } from '../../support/job-states.ts';

const spring: Batch = {
  id: 'spring',
  connectionId: 'connection-1',
  name: 'Spring',
  draftIds: ['draft-1'],
  onFailure: 'stop',
  startAt: null,
  createdAt: '2026-01-01T12:00:00.000Z',
  updatedAt: '2026-01-01T12:00:00.000Z',
};
const told = (): string[] => useNotices.getState().notices.map(({ message }) => message);

beforeEach(() => {
  vi.stubGlobal('window', {
    lukittu: {
      'batches.add': async () => ({ ok: true, value: spring }),
      'batches.moveBack': async () => ({ ok: false, failure: failureOf('not-known') }),
    },
  });
  useConnections.setState({ connections: [], currentId: spring.connectionId });
  useBatches.setState({ connectionId: spring.connectionId, batches: [spring], openId: null });
  useNotices.setState({ notices: [] });
});

test.each([
  ['was published', verified, 'the batch was published since'],
  ['was changed', waiting, 'the batch has been changed since'],
])('what cannot be undone because its batch %s says so', async (_, state, why) => {
  await addToBatch(spring, ['draft-2']);
  useBatches.setState({ batches: [] });
  useJobs.setState({ jobs: [exampleJob({ batch: { id: 'spring', name: 'Spring' }, state })] });
  await undoLast();
  expect(told()).toEqual([`It cannot be undone any more: ${why}.`]);
});
