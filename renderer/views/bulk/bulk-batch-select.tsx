import type { ReactElement } from 'react';
import type { BulkRow } from '../../../electron/model/bulk-change.ts';
import { count } from '../../format.ts';
import { freeBatchName } from '../../store/batch-actions.ts';
import { useBatches } from '../../store/batches.ts';
import { chooseBatch, useBulk } from '../../store/bulk-change.ts';
import { texts } from '../../texts/texts.ts';
import { Select } from '../../ui/select.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './bulk.module.css';

/** Whether the drafts go into a batch besides: a new one, or one that is there. */
export function BulkBatchSelect({ rows }: { readonly rows: readonly BulkRow[] }): ReactElement {
  const { batches, ofDraft } = useBatches();
  const batch = useBulk((state) => state.batch);
  const words = texts.bulk;
  const name = freeBatchName();
  const into = batch.is === 'existing' ? batch.batchId : null;
  const inBatches = rows.flatMap(({ draftId, outcome }) => {
    const of = draftId === null || outcome.is !== 'changed' ? undefined : ofDraft.get(draftId);
    return of ?? [];
  });
  const leaving = inBatches.filter(({ id }) => id !== into).length;

  return (
    <>
      <div className={styles.batch}>
        <span aria-hidden="true">{words.batch}</span>
        <Select
          label={words.batch}
          labelHidden
          selected={batch.is === 'existing' ? `batch ${batch.batchId}` : batch.is}
          onSelect={(key) => {
            if (key === 'none') chooseBatch({ is: 'none' });
            else if (key === 'new') chooseBatch({ is: 'new', name });
            else chooseBatch({ is: 'existing', batchId: key.slice('batch '.length) });
          }}
          choices={[
            { key: 'none', text: inBatches.length > 0 ? words.sameBatch : words.noBatch },
            { key: 'new', text: words.newBatch(name) },
            ...batches.map((each) => ({ key: `batch ${each.id}`, text: shown(each.name) })),
          ]}
        />
      </div>
      {batch.is !== 'none' && leaving > 0 && (
        <p className={styles.hint}>{words.leavesBatch(leaving, count(leaving))}</p>
      )}
    </>
  );
}
