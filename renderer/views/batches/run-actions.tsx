import type { ReactElement } from 'react';
import { cancelBatch, pauseBatch, resumeBatch } from '../../store/batch-actions.ts';
import type { BatchStanding } from '../../store/batch-standing.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { keepFocus } from '../../ui/keep-focus.ts';
import { focusPaneNamed } from '../../ui/panes.ts';

type Props = { readonly batchId: string; readonly standing: BatchStanding };

/** What can be done with a batch on its way. */
export function RunActions({ batchId, standing: { phase } }: Props): ReactElement | null {
  const words = texts.batches;
  if (phase.at === 'over') return null;
  // The button that did it is often gone afterwards.
  const act = (run: (batchId: string) => Promise<void>) => () => {
    void run(batchId).then(() => keepFocus(() => focusPaneNamed('list')));
  };
  return (
    <>
      {phase.at === 'running' && (
        <Button icon="pause" onPress={act(pauseBatch)}>
          {words.pause}
        </Button>
      )}
      {phase.at !== 'running' && (
        <Button icon="resume" onPress={act(resumeBatch)}>
          {phase.at === 'scheduled' ? words.beginNow : words.resume}
        </Button>
      )}
      <Button onPress={act(cancelBatch)}>{words.cancel}</Button>
    </>
  );
}
