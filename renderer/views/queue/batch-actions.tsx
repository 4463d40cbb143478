import type { ReactElement } from 'react';
import { texts } from '../../texts/texts.ts';
import { ListFoot } from '../../ui/list-foot.tsx';
import { shown } from '../../ui/visible-text.ts';
import { RunActions } from '../batches/run-actions.tsx';
import { useBatchStanding } from '../batches/use-batch-standing.ts';

/** What can be done with the batch that is chosen in the queue. */
export function BatchActions({ batchId }: { readonly batchId: string }): ReactElement | null {
  const run = useBatchStanding(batchId);
  if (run === null) return null;
  const name = shown(run.name);
  return (
    <ListFoot words={name} label={texts.batches.progress(name)}>
      <RunActions batchId={batchId} standing={run.standing} />
    </ListFoot>
  );
}
