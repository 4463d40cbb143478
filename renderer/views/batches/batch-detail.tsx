import type { ReactElement } from 'react';
import type { Batch } from '../../../electron/model/batch.ts';
import { clockAhead, count } from '../../format.ts';
import { reviewOpenBatch, useBatches } from '../../store/batches.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import editor from '../editor/editor.module.css';
import header from '../editor/editor-header.module.css';
import { BatchAdvice } from './batch-advice.tsx';
import { BatchFooter } from './batch-footer.tsx';
import { BatchSettings } from './batch-settings.tsx';
import { BatchSteps } from './batch-steps.tsx';
import styles from './batches.module.css';

type Props = { readonly batch: Batch; readonly onBack: (() => void) | null };

/** One batch: what it costs, what to know before it goes, its drafts in their order, and the way to publish it. */
export function BatchDetail({ batch, onBack }: Props): ReactElement {
  const { review, failure } = useBatches();
  const now = useNow();
  const words = texts.batches;
  const slots = review === null ? 0 : review.cost.slots.update + review.cost.slots.create;

  return (
    <div className={styles.detail}>
      <div className={header.header}>
        <div className={header.first}>
          {onBack !== null && <IconButton icon="back" label={texts.editor.back} onPress={onBack} />}
          <h2 className={header.title}>{shown(batch.name)}</h2>
        </div>
        <div className={header.facts}>
          <span>{words.drafts(batch.draftIds.length, count(batch.draftIds.length))}</span>
          {review === null && failure === null && <span>{words.reviewing}</span>}
          {slots > 0 && review !== null && (
            <>
              <span>{words.slots(slots, count(slots))}</span>
              <span>{words.doneAbout(clockAhead(review.cost.finishesAt, now))}</span>
            </>
          )}
        </div>
      </div>
      <div className={editor.scroll}>
        <div className={editor.form}>
          {failure !== null && (
            <Banner
              tone="danger"
              role="alert"
              actions={<Button onPress={() => void reviewOpenBatch()}>{texts.common.tryAgain}</Button>}
            >
              <FailureText failure={failure} />
            </Banner>
          )}
          {review !== null && <BatchAdvice review={review} />}
          <BatchSteps batch={batch} />
          <BatchSettings batch={batch} />
        </div>
      </div>
      <BatchFooter batch={batch} />
    </div>
  );
}
