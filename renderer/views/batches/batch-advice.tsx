import type { ReactElement } from 'react';
import type { BatchReview, Compaction } from '../../../electron/model/batch.ts';
import { count } from '../../format.ts';
import { compactBatch } from '../../store/batch-actions.ts';
import { takeBetterOrder } from '../../store/batch-changes.ts';
import { canCompact } from '../../store/batch-outlook.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './batch-detail.module.css';

/** Of a long list of reasons, so many are told. */
const mostReasons = 3;

/** The order that mends what the sequence reveals, and what could be left out or put together. */
export function BatchAdvice({ review }: { readonly review: BatchReview }): ReactElement | null {
  const { batch, findings, order, compaction } = review;
  const words = texts.batches;
  const isBroken = findings.some(({ severity }) => severity === 'blocks');
  const apart = compaction?.apart ?? [];
  const saves = canCompact(review);
  if (order === null && !isBroken && !saves && apart.length === 0) return null;
  return (
    <>
      {order !== null && (
        <Banner
          tone="info"
          actions={
            <Button onPress={() => void takeBetterOrder(batch, order.draftIds)}>{words.useOrder}</Button>
          }
        >
          <strong>{words.better(order.reasons.length)}</strong>
          <Reasons reasons={order.reasons} />
        </Banner>
      )}
      {order === null && isBroken && <Banner tone="warning">{words.noOrder}</Banner>}
      {saves && compaction !== null && (
        <Banner
          tone="info"
          actions={<Button onPress={() => void compactBatch(batch)}>{words.compact}</Button>}
        >
          {compactionWords(compaction)}
        </Banner>
      )}
      {apart.map(({ draftIds, reason }) => (
        <Banner key={draftIds.join()} tone="warning">
          {shown(reason)}
        </Banner>
      ))}
    </>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly string[] }): ReactElement {
  const more = reasons.length - mostReasons;
  return (
    <ul className={styles.reasons}>
      {reasons.slice(0, mostReasons).map((reason) => (
        <li key={reason}>{shown(reason)}</li>
      ))}
      {more > 0 && <li>{texts.batches.moreReasons(count(more))}</li>}
    </ul>
  );
}

function compactionWords({ dropped, joined, saved }: Compaction): string {
  const words = texts.batches;
  const minutes = Math.round(saved.ms / 60_000);
  return [
    dropped.length > 0 && words.dropped(dropped.length, count(dropped.length)),
    joined.length > 0 && words.joined(joined.length, count(joined.length)),
    saved.slots + minutes > 0 && words.saves(saved.slots, count(saved.slots), minutes, count(minutes)),
  ]
    .filter((part) => part !== false)
    .join(' ');
}
