import { type ReactElement, useState } from 'react';
import type { Batch } from '../../../electron/model/batch.ts';
import { clock } from '../../format.ts';
import { exportPlan, publishBatch, removeBatch } from '../../store/batch-actions.ts';
import { useBatches } from '../../store/batches.ts';
import { useDrafts } from '../../store/drafts.ts';
import { useJobs } from '../../store/jobs.ts';
import { go } from '../../store/navigation.ts';
import { isActive } from '../../store/queue-standing.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { keepFocus } from '../../ui/keep-focus.ts';
import { focusPaneNamed } from '../../ui/panes.ts';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import footer from '../editor/editor-footer.module.css';

/** The ways out of a batch: publish it, save it as a plan, remove it. */
export function BatchFooter({ batch }: { readonly batch: Batch }): ReactElement {
  const review = useBatches((state) => state.review);
  const isUnderWay = useJobs(({ jobs }) =>
    jobs.some((job) => batch.draftIds.includes(job.draftId) && isActive(job)),
  );
  const stopsAt = useDrafts(({ drafts }) => drafts.find(({ id }) => id === review?.stopsAt));
  const [isStarting, setStarting] = useState(false);
  const now = useNow();
  const words = texts.batches;
  const sent = review?.steps.filter(({ outcome }) => outcome === 'published').length ?? 0;
  const { update, create } = review?.cost.slots ?? { update: 0, create: 0 };
  const publish = words.publish(update, create);
  const publishAt = batch.startAt === null ? publish : words.publishAt(publish, clock(batch.startAt, now));
  const state = isUnderWay
    ? words.underWay
    : stopsAt !== undefined
      ? words.stopsAt(shown(stopsAt.base?.version ?? stopsAt.fields.version))
      : review !== null && sent === 0
        ? words.nothingToSend
        : '';

  return (
    <div className={footer.footer}>
      <div className={footer.buttons}>
        <p id="batch-state" className={footer.state}>
          {state}
        </p>
        <Button
          kind="quiet"
          onPress={() => void removeBatch(batch).then(() => keepFocus(() => focusPaneNamed('list')))}
        >
          {words.remove}
        </Button>
        <Button isDisabled={batch.draftIds.length === 0} onPress={() => void exportPlan(batch.id)}>
          {words.exportPlan}
        </Button>
        {isUnderWay ? (
          <Button kind="primary" onPress={() => go('queue')}>
            {words.showQueue}
          </Button>
        ) : (
          <Button
            kind="primary"
            isDisabled={isStarting || sent === 0}
            aria-describedby="batch-state"
            onPress={() => {
              setStarting(true);
              void publishBatch(batch.id).then(() => setStarting(false));
            }}
          >
            {publishAt}
          </Button>
        )}
      </div>
    </div>
  );
}
