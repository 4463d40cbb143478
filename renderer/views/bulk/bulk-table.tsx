import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useRef } from 'react';
import type { BulkRow } from '../../../electron/model/bulk-change.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import styles from './bulk.module.css';
import { BulkTableRow } from './bulk-table-row.tsx';

type Props = {
  readonly rows: readonly BulkRow[];
  /** What changes: the title of the second column. */
  readonly label: string;
  readonly isFading: boolean;
};

/** Pixels of a row without notes; the others are measured as they come. */
const usualHeight = 32;
/** Until the table has been measured: rows enough for the first paint. */
const assumedRect = { width: 640, height: 400 };

/** The releases with what changes of each, of which only the rows in sight exist. */
export function BulkTable({ rows, label, isFading }: Props): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (at) => keyOf(rows[at], at),
    overscan: 6,
    initialRect: assumedRect,
    useFlushSync: false,
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are placed by hand
    <div
      role="table"
      aria-label={texts.bulk.preview}
      aria-rowcount={rows.length + 1}
      className={cx(styles.frame, styles.table)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup">
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above; nothing in it does anything */}
        <div role="row" aria-rowindex={1} className={cx(styles.row, styles.head)}>
          {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above */}
          <span role="columnheader">{texts.bulk.release}</span>
          {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above */}
          <span role="columnheader">{label}</span>
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div
        ref={scroller}
        role="rowgroup"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard
        tabIndex={0}
        className={cx(styles.scroll, isFading && styles.fading)}
      >
        <div className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className={cx(styles.row, styles.placed)}
                style={{ transform: `translateY(${start}px)` }}
              >
                <BulkTableRow row={row} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function keyOf(row: BulkRow | undefined, at: number): string {
  return row?.draftId ?? row?.releaseId ?? String(at);
}
