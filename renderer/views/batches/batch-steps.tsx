import type { ReactElement } from 'react';
import type { Batch } from '../../../electron/model/batch.ts';
import { useBatches } from '../../store/batches.ts';
import { useDrafts } from '../../store/drafts.ts';
import { texts } from '../../texts/texts.ts';
import editor from '../editor/editor.module.css';
import { BatchStepRow } from './batch-step-row.tsx';
import styles from './batches.module.css';

/** The drafts of a batch in the order in which they are published. */
export function BatchSteps({ batch }: { readonly batch: Batch }): ReactElement {
  const drafts = useDrafts((state) => state.drafts);
  const steps = useBatches((state) => state.review?.steps);
  const words = texts.batches;
  return (
    <section aria-label={words.order} className={editor.section}>
      <h3 className={editor.sectionTitle}>{words.order}</h3>
      {batch.draftIds.length === 0 ? (
        <p className={editor.hint}>
          {words.empty}. {words.emptyText}
        </p>
      ) : (
        <ol className={styles.steps}>
          {batch.draftIds.map((draftId, index) => {
            const draft = drafts.find(({ id }) => id === draftId);
            const step = steps?.find((each) => each.draftId === draftId);
            return draft === undefined ? null : (
              <BatchStepRow key={draftId} batch={batch} draft={draft} step={step} index={index} />
            );
          })}
        </ol>
      )}
    </section>
  );
}
