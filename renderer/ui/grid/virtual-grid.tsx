import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ComponentType,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { cx } from '../class-names.ts';
import { useNoticesRoom } from '../notices-room.ts';
import { isLedToResults } from '../search-results.ts';
import { type Column, ColumnHeader, type ColumnSort } from './column-header.tsx';
import { nextIndex } from './grid-keys.ts';
import { HeadBox, RowBox } from './mark-box.tsx';
import { headHeight, usualRowHeight } from './measures.ts';
import { createTypeAhead } from './type-ahead.ts';
import { type Marks, useMarks } from './use-marks.ts';
import styles from './virtual-grid.module.css';

type Props<T, C extends string> = {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** What typing letters looks for. */
  readonly textOf: (item: T) => string;
  readonly columns: readonly Column<C>[];
  /** Names the CSS class that sets `grid-template-columns` for header and rows. */
  readonly layout: string;
  /** The cells of a row, each with the role `gridcell`. Should be memoised. */
  readonly Row: ComponentType<{ readonly item: T }>;
  readonly selectedKey: string | null;
  /** Moving with the keyboard selects. */
  readonly onSelect: (item: T) => void;
  /** A click on a row. */
  readonly onPick: (item: T) => void;
  /** Enter or a double click on a row. */
  readonly onOpen: (item: T) => void;
  readonly sort?: ColumnSort<C>;
  readonly onSort?: (column: C) => void;
  readonly isBusy?: boolean;
  /** Pixels; as `--row` is where the table stands. */
  readonly rowHeight?: number;
  /** Whether it takes the focus as soon as it is there. */
  readonly autoFocus?: boolean;
  /** Where several rows can be chosen at once. What is chosen and what is open have nothing to do with each other. */
  readonly marks?: Marks;
  /** What stands at the end of the head, and what asking for the head's context menu does. */
  readonly headEnd?: ReactNode;
  readonly onHeadMenu?: () => void;
};

/** Rows beyond the visible ones, so that a slow scroll never shows a gap. */
const spareRows = 3;
/** Until the pane has been measured: rows enough for a tall one, so that the first paint is complete. */
const assumedRect = { width: 600, height: 900 };

/**
 * A table of any length of which only the visible rows exist. One stop for the Tab key: arrows, Page Up and
 * Down, Home, End and typing move the selection, Enter opens; without one, the first.
 */
export function VirtualGrid<T, C extends string>(props: Props<T, C>): ReactElement {
  const { items, keyOf, textOf, selectedKey, onSelect, onOpen, columns, layout, Row, marks } = props;
  const { sort = null, onSort } = props;
  const { rowHeight = usualRowHeight, autoFocus = false } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const typeAhead = useMemo(createTypeAhead, []);
  const selected = useMemo(
    () => (selectedKey === null ? -1 : items.findIndex((item) => keyOf(item) === selectedKey)),
    [items, keyOf, selectedKey],
  );

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: spareRows,
    initialRect: assumedRect,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: useNoticesRoom(({ px }) => px),
    useFlushSync: true,
    rangeExtractor: (range) => withSelected(range, selected),
  });

  // Only a new selection is brought into view: new data must not move what is being looked at.
  const inView = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (selectedKey === inView.current) return;
    inView.current = selectedKey;
    if (selected >= 0) virtualizer.scrollToIndex(selected, { align: 'auto' });
  }, [selected, selectedKey, virtualizer]);

  useLayoutEffect(() => {
    if (autoFocus) scroller.current?.focus();
  }, [autoFocus]);

  const marking = useMarks({ items, keyOf, current: items[selected], marks });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target === event.currentTarget && marking.byKey(event)) return event.preventDefault();
    const isShortcut = event.ctrlKey || event.metaKey || event.altKey;
    if (event.target !== event.currentTarget || isShortcut || items.length === 0) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const index =
      nextIndex(event.key, selected, items.length, page) ??
      typeAhead(event.nativeEvent, selected, items.length, (at) => textAt(items[at], textOf));
    const item = items[index ?? -1];
    if (item !== undefined) {
      if (event.shiftKey) marking.extendTo(item);
      else marking.begin(item);
      onSelect(item);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      const current = items[Math.max(0, selected)];
      if (current !== undefined) onOpen(current);
      event.preventDefault();
    }
  };

  // Whom the search leads here, without a row that was current among what it found, goes on from the first one.
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    const [first] = items;
    if (event.target !== event.currentTarget || selected >= 0 || first === undefined) return;
    if (!isLedToResults()) return;
    marking.begin(first);
    onSelect(first);
  };

  const itemUnder = ({ target }: MouseEvent): T | undefined => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    return row === null ? undefined : items[Number(row.dataset.index)];
  };
  const onClick = (event: MouseEvent) => {
    const item = itemUnder(event);
    if (item === undefined) return;
    const { shiftKey, ctrlKey, metaKey } = event;
    const adds = marks !== undefined && (ctrlKey || metaKey || isOnBox(event));
    if (marks !== undefined && shiftKey) marking.extendTo(item);
    else if (adds) marking.toggle(item);
    else {
      marking.begin(item);
      props.onPick(item);
    }
  };
  // The title the Tab key stops at is the one that had the focus last. Scrolling leaves all of them alone.
  const [focusedColumn, setFocusedColumn] = useState<C | null>(null);
  const heads = useMemo(() => {
    const wanted = [focusedColumn, sort?.column, columns[0]?.id];
    const tabStop = wanted.find((id) => columns.some((column) => column.id === id));
    return columns.map((column) => (
      <ColumnHeader
        key={column.id}
        column={column}
        sort={sort}
        onSort={onSort}
        // Titles that sort are gone through with the arrow keys; where none does, each edge is a stop of its own.
        isTabStop={column.id === tabStop || onSort === undefined}
        onFocus={() => setFocusedColumn(column.id)}
      />
    ));
  }, [columns, sort, onSort, focusedColumn]);

  const rows = virtualizer.getVirtualItems();
  const slots = slotsFor(rows.length);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are placed by hand
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={items.length + 1}
      aria-busy={props.isBusy ?? false}
      aria-activedescendant={selected < 0 ? undefined : `${id}-${selected}`}
      {...(marks !== undefined && { 'aria-multiselectable': true })}
      tabIndex={0}
      data-pane-first=""
      className={cx(styles.grid, marks !== undefined && styles.withMarks)}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div
        role="rowgroup"
        className={styles.head}
        onContextMenu={(event) => {
          if (props.onHeadMenu === undefined) return;
          event.preventDefault();
          props.onHeadMenu();
        }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above; the grid holds the focus */}
        <div role="row" aria-rowindex={1} className={cx(styles.headRow, layout)}>
          {marks !== undefined && (
            <HeadBox label={marks.allLabel} marked={marking.howMany} onToggle={marking.toggleAll} />
          )}
          {heads}
          {props.headEnd !== undefined && (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as in `mark-box.tsx`
            <div role="columnheader" className={styles.headEnd}>
              {props.headEnd}
            </div>
          )}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useKeyWithClickEvents: as above; the grid hears the keys */}
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: virtualizer.getTotalSize() }}
        onClick={onClick}
        onDoubleClick={(event) => {
          const item = itemUnder(event);
          if (item !== undefined && !isOnBox(event)) onOpen(item);
        }}
      >
        {rows.map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
            <div
              key={index === selected ? 'selected' : index % slots}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={marks === undefined ? index === selected : marks.keys.has(keyOf(item))}
              data-current={index === selected}
              data-index={index}
              data-key={keyOf(item)}
              className={cx(styles.row, layout)}
              style={{ transform: `translateY(${start - headHeight}px)` }}
            >
              {marks !== undefined && <RowBox />}
              <Row item={item} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/**
 * How many rows take turns. A row that leaves at one end comes back at the other with another item: filling it
 * anew costs a fraction of making a new one. Grows in steps, so that the turns stay the same while scrolling.
 */
function slotsFor(count: number): number {
  return Math.ceil((count + 1) / 32) * 32;
}

/** The visible rows and the selected one, which the screen reader has to find wherever the list is scrolled to. */
function withSelected(range: Range, selected: number): number[] {
  const visible = defaultRangeExtractor(range);
  if (selected < 0 || selected >= range.count || visible.includes(selected)) return visible;
  return [...visible, selected].sort((a, b) => a - b);
}

function isOnBox({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('[data-mark]') !== null;
}

function textAt<T>(item: T | undefined, textOf: (item: T) => string): string {
  return item === undefined ? '' : textOf(item);
}
