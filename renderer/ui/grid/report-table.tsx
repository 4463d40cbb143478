import { useVirtualizer } from '@tanstack/react-virtual';
import { type ComponentType, type KeyboardEvent, type ReactElement, useRef } from 'react';
import { cx } from '../class-names.ts';
import { usualRowHeight } from './measures.ts';
import styles from './report-table.module.css';

type Props<T> = {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  /** Names the CSS class that sets `grid-template-columns` for header and rows. */
  readonly layout: string;
  /** About how high a row will be, in pixels; it is measured when it comes into sight. */
  readonly heightOf?: (item: T) => number;
  /** The cells of a row, each a `ReportCell`. Should be memoised. */
  readonly Row: ComponentType<{ readonly item: T }>;
  /** Whether what is shown is about to be replaced. */
  readonly isFading?: boolean;
};

const oneLine = () => usualRowHeight;
/** Until the table has been measured: rows enough for the first paint. */
const assumedRect = { width: 640, height: 400 };

/** A table of any length that is read and nothing more, with rows as high as they need to be. Only those in sight exist. */
export function ReportTable<T>(props: Props<T>): ReactElement {
  const { label, items, keyOf, columns, layout, heightOf = oneLine, Row, isFading = false } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => {
      const item = items[at];
      return item === undefined ? 0 : heightOf(item);
    },
    getItemKey: (at) => {
      const item = items[at];
      return item === undefined ? at : keyOf(item);
    },
    overscan: 6,
    initialRect: assumedRect,
    useFlushSync: false,
  });
  /** The browser's own way there ends where a row turns out to be higher than was thought. */
  const toEnds = (event: KeyboardEvent) => {
    if (event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    virtualizer.scrollToIndex(event.key === 'Home' ? 0 : items.length - 1);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are placed by hand
    <div role="table" aria-label={label} aria-rowcount={items.length + 1} className={styles.table}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup">
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above; nothing in it does anything */}
        <div role="row" aria-rowindex={1} className={cx(styles.row, styles.head, layout)}>
          {columns.map(({ id, title }) => (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
            <span key={id} role="columnheader">
              {title}
            </span>
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div
        ref={scroller}
        role="rowgroup"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard
        tabIndex={0}
        onKeyDown={toEnds}
        className={cx(styles.scroll, isFading && styles.fading)}
      >
        <div className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const item = items[index];
            if (item === undefined) return null;
            return (
              // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className={cx(styles.row, styles.placed, layout)}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Row item={item} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
