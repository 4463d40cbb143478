import type { ReactElement } from 'react';
import type { BatchReview, Compaction } from '../../../electron/model/batch.ts';
import { count } from '../../format.ts';
import { announce } from '../../store/announcements.ts';
import { changeBatch, compactBatch } from '../../store/batch-actions.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { shown } from '../../ui/visible-text.ts';
import editor from '../editor/editor.module.css';
import { findingIcons } from '../editor/finding-look.ts';
import styles from './batches.module.css';

/** What only the sequence reveals, the order that mends it, and what could be left out. */
export function BatchAdvice({ review }: { readonly review: BatchReview }): ReactElement {
  const { batch, findings, order, compaction } = review;
  const words = texts.batches;

  const takeOrder = async (draftIds: string[]) => {
    if (await changeBatch(batch.id, { draftIds })) announce(words.orderUsed);
  };
  return (
    <>
      {findings.length > 0 && (
        <section aria-label={words.sequence} className={editor.section}>
          <h3 className={editor.sectionTitle}>{words.sequence}</h3>
          <ul className={styles.findings}>
            {findings.map(({ rule, draftId, severity, message }) => (
              <li key={`${rule} ${draftId} ${message}`} className={cx(styles.finding, styles[severity])}>
                <Icon name={findingIcons[severity]} size={14} />
                <span>
                  <span className="visually-hidden">{texts.editor.severity[severity]}: </span>
                  {shown(message)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {order !== null && (
        <Banner
          tone="info"
          actions={<Button onPress={() => void takeOrder(order.draftIds)}>{words.useOrder}</Button>}
        >
          <strong>{words.betterOrder}</strong> {order.reasons.map(shown).join(' ')}
        </Banner>
      )}
      {compaction !== null && compaction.dropped.length + compaction.joined.length > 0 && (
        <Banner
          tone="info"
          actions={<Button onPress={() => void compactBatch(batch.id)}>{words.compact}</Button>}
        >
          {compactionWords(compaction)}
        </Banner>
      )}
      {compaction?.apart.map(({ draftIds, reason }) => (
        <Banner key={draftIds.join()} tone="warning">
          {shown(reason)}
        </Banner>
      ))}
    </>
  );
}

function compactionWords({ dropped, joined, saved }: Compaction): string {
  const words = texts.batches;
  const minutes = Math.round(saved.ms / 60_000);
  return [
    dropped.length > 0 && words.dropped(dropped.length, count(dropped.length)),
    joined.length > 0 && words.joined(joined.length, count(joined.length)),
    saved.slots > 0 &&
      words.compaction(count(saved.slots), saved.slots === 1, minutes > 0 ? count(minutes) : null),
  ]
    .filter((part) => part !== false)
    .join(' ');
}
