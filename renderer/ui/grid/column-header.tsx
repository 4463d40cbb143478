import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { cx } from '../class-names.ts';
import { Icon } from '../icon.tsx';
import styles from './virtual-grid.module.css';

export type Column<C extends string> = {
  readonly id: C;
  readonly title: string;
  readonly className?: string | undefined;
  /** What stands at the end of its title: the edge it is made wider with. */
  readonly edge?: (isTabStop: boolean) => ReactNode;
};

export type ColumnSort<C extends string> = { readonly column: C; readonly descending: boolean };

type Props<C extends string> = {
  readonly column: Column<C>;
  readonly sort: ColumnSort<C> | null;
  /** Undefined where the list has one order. */
  readonly onSort: ((column: C) => void) | undefined;
  readonly isTabStop: boolean;
  /** Something in it has the focus. */
  readonly onFocus: () => void;
};

/** A column's title; where the list can be sorted, a button that sorts by it. Left and right move between them. */
export function ColumnHeader<C extends string>(props: Props<C>): ReactElement {
  const { column, sort, onSort, isTabStop } = props;
  const isSorted = sort?.column === column.id;
  const order = sort?.descending === true ? 'descending' : 'ascending';

  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the button in it, or the grid, has the focus
    <div
      role="columnheader"
      aria-label={column.title}
      data-column={column.id}
      {...(onSort !== undefined && { 'aria-sort': isSorted ? order : 'none' })}
      className={cx(styles.headCell, column.className)}
      onFocus={props.onFocus}
    >
      {onSort === undefined ? (
        column.title
      ) : (
        <button
          type="button"
          tabIndex={isTabStop ? 0 : -1}
          className={cx(styles.sort, isSorted && styles.sorted)}
          onClick={() => onSort(column.id)}
          onKeyDown={moveBetweenHeaders}
        >
          <span className={styles.title}>{column.title}</span>
          {isSorted && <Icon name={sort.descending ? 'down' : 'up'} size={12} />}
        </button>
      )}
      {column.edge?.(isTabStop)}
    </div>
  );
}

function moveBetweenHeaders(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined) return;
  const row = event.currentTarget.closest('[role="row"]');
  const buttons = [...(row?.querySelectorAll('button') ?? [])].filter((button) => button.checkVisibility());
  buttons[buttons.indexOf(event.currentTarget) + step]?.focus();
  event.preventDefault();
}
