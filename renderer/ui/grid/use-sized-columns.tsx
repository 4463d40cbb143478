import { type CSSProperties, type ReactElement, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { remember, remembered, useSession } from '../../store/session.ts';
import { ColumnEdge } from './column-edge.tsx';
import type { Column } from './column-header.tsx';
import {
  type SizedColumn,
  type SizedList,
  textOfWidths,
  tracksOf,
  type Widths,
  widthsIn,
  withWidth,
} from './sized-columns.ts';

type SizedColumns<C extends string> = {
  readonly columns: readonly Column<C>[];
  /** Of the element the list stands in: what its columns were made wide. */
  readonly style: CSSProperties;
};

/** The columns of a list with edges they are made wider with, as wide as they were made. */
export function useSizedColumns<C extends string>(list: SizedList<C>): SizedColumns<C> {
  const text = useSession(({ settings }) => settings[list.setting]);
  const columns = useMemo(
    () =>
      list.columns.map(
        (column, at): Column<C> => ({
          ...column,
          ...(at < list.columns.length - 1 &&
            column.isFixed !== true && {
              edge: (isTabStop) => <Edge list={list} column={column} isTabStop={isTabStop} />,
            }),
        }),
      ),
    [list],
  );
  const style = useMemo(() => tracksOf(list, widthsIn(list, text)), [list, text]);
  return { columns, style };
}

type Props<C extends string> = {
  readonly list: SizedList<C>;
  readonly column: SizedColumn<C>;
  readonly isTabStop: boolean;
};

/** How wide a column is drawn, and how wide it could be. */
type Drawn = { readonly width: number; readonly most: number };

/** What is dragged is drawn at once, and remembered when it is let go of. */
function Edge<C extends string>({ list, column, isTabStop }: Props<C>): ReactElement {
  const place = useRef<HTMLSpanElement>(null);
  const [drawn, setDrawn] = useState<Drawn>({ width: column.least, most: column.least });
  const widths = () => widthsIn(list, remembered(list.setting));

  useLayoutEffect(() => {
    const cell = place.current?.parentElement;
    if (cell == null) return;
    const measure = () => setDrawn(measured(cell, list, column));
    const observer = new ResizeObserver(measure);
    observer.observe(cell);
    if (cell.parentElement !== null) observer.observe(cell.parentElement);
    return () => observer.disconnect();
  }, [list, column]);

  const draw = (next: Widths<C>) => {
    const frame = place.current?.closest('[role="grid"]')?.parentElement;
    for (const [name, track] of Object.entries(tracksOf(list, next))) frame?.style.setProperty(name, track);
  };
  const settle = (width: number | null) => {
    flushSync(() => remember(list.setting, textOfWidths(withWidth(widths(), column.id, width))));
    // Not only when it was painted: the next press of a key may come before that, and take it back.
    const cell = place.current?.parentElement;
    if (cell != null) setDrawn(measured(cell, list, column));
  };
  return (
    <span ref={place}>
      <ColumnEdge
        title={column.title}
        width={drawn.width}
        least={column.least}
        most={drawn.most}
        isTabStop={isTabStop}
        onDrag={(width) => draw(withWidth(widths(), column.id, width))}
        onSettle={settle}
        onReset={() => settle(null)}
        onFit={() => settle(null)}
      />
    </span>
  );
}

/** It can be made wider by what the column that takes what is left can give. */
function measured<C extends string>(
  cell: HTMLElement,
  { columns, growing }: SizedList<C>,
  { id }: SizedColumn<C>,
): Drawn {
  const { width } = cell.getBoundingClientRect();
  const heads = [...(cell.parentElement?.querySelectorAll<HTMLElement>('[data-column]') ?? [])].filter(
    (head) => head !== cell && head.checkVisibility(),
  );
  const giving = heads.find((head) => head.dataset.column === growing && id !== growing) ?? heads.at(-1);
  const least = columns.find((column) => column.id === giving?.dataset.column)?.least ?? 0;
  const given = giving === undefined ? 0 : giving.getBoundingClientRect().width - least;
  return { width: Math.round(width), most: Math.round(width + Math.max(0, given)) };
}

declare module 'react' {
  interface CSSProperties {
    readonly [width: `--width-${string}`]: string;
  }
}
