import type { ReactElement } from 'react';
import { clock, count } from '../../format.ts';
import { openBatch, useBatches } from '../../store/batches.ts';
import { texts } from '../../texts/texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import styles from './batches.module.css';

/** The batches, above the drafts they are made of; each opens in the detail pane. */
export function BatchList(): ReactElement | null {
  const { batches, openId } = useBatches();
  const now = useNow();
  const words = texts.batches;
  if (batches.length === 0) return null;
  return (
    <section aria-label={words.title} className={styles.list}>
      <h2 className={styles.listTitle}>{words.title}</h2>
      <ul>
        {batches.map(({ id, name, draftIds, startAt }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.item}
              aria-current={id === openId ? 'true' : undefined}
              onClick={() => openBatch(id)}
            >
              <Icon name="batch" size={14} />
              <span className={styles.itemName}>{shown(name)}</span>
              <span className={styles.itemFacts}>
                {words.drafts(draftIds.length, count(draftIds.length))}
                {startAt !== null && `, ${words.startsAt(clock(startAt, now))}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
