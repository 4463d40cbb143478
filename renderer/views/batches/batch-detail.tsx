import type { ReactElement } from 'react';
import type { Batch } from '../../../electron/model/batch.ts';
import { count } from '../../format.ts';
import { reviewOpenBatch, useBatches } from '../../store/batches.ts';
import { useSession } from '../../store/session.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import header from '../editor/editor-header.module.css';
import { BatchAdvice } from './batch-advice.tsx';
import styles from './batch-detail.module.css';
import { BatchFooter } from './batch-footer.tsx';
import { BatchSettings } from './batch-settings.tsx';
import { BatchSteps } from './batch-steps.tsx';
import { BatchTitle } from './batch-title.tsx';
import { doneWords } from './batch-words.ts';

type Props = { readonly batch: Batch; readonly onBack: (() => void) | null };

/** A batch before it is published: what it costs, what to know, its drafts in their order, and the way to publish it. */
export function BatchDetail({ batch, onBack }: Props): ReactElement {
  const { review, reviewFailure, publishFailure } = useBatches();
  return (
    <div className={styles.detail}>
      <div className={header.header}>
        <div className={header.first}>
          {onBack !== null && <IconButton icon="back" label={texts.editor.back} onPress={onBack} />}
          <BatchTitle batch={batch} />
        </div>
        <Facts batch={batch} />
      </div>
      <BatchSettings batch={batch} />
      <div className={styles.advice}>
        {reviewFailure !== null && (
          <Banner
            tone="danger"
            role="alert"
            actions={<Button onPress={() => void reviewOpenBatch()}>{texts.common.tryAgain}</Button>}
          >
            <FailureText failure={reviewFailure} />
          </Banner>
        )}
        {publishFailure !== null && (
          <Banner tone="danger" role="alert">
            <FailureText failure={publishFailure} />
          </Banner>
        )}
        {review !== null && <BatchAdvice review={review} />}
      </div>
      {batch.draftIds.length === 0 ? (
        <EmptyState icon="batch" title={texts.batches.empty} text={texts.batches.emptyText} />
      ) : (
        <BatchSteps batch={batch} />
      )}
      <BatchFooter batch={batch} />
    </div>
  );
}

/** How many drafts it has, what they cost of the server's limit, and when the last would be done. */
function Facts({ batch }: { readonly batch: Batch }): ReactElement {
  const cost = useBatches((state) => state.review?.cost);
  const hasFailed = useBatches((state) => state.reviewFailure !== null);
  const online = useSession((state) => state.online);
  const done = useNow((now) => (cost === undefined ? null : doneWords(cost, batch.startAt, online, now)));
  const words = texts.batches;
  const slots = cost === undefined ? 0 : cost.slots.update + cost.slots.create;
  return (
    <div className={header.facts}>
      <span>{words.drafts(batch.draftIds.length, count(batch.draftIds.length))}</span>
      {cost === undefined && !hasFailed && <span>{words.reviewing}</span>}
      {cost !== undefined && slots > 0 && (
        <>
          <span>{words.slots(slots, count(slots))}</span>
          {cost.waits > 0 && <span>{words.waits(cost.waits, count(cost.waits))}</span>}
          {done !== null && <span>{done}</span>}
        </>
      )}
    </div>
  );
}
