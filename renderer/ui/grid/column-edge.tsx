import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import { texts } from '../../texts/texts.ts';
import { followPointer } from '../follow-pointer.ts';
import styles from './column-edge.module.css';

type Props = {
  /** The column's title. */
  readonly title: string;
  /** Pixels, now. */
  readonly width: number;
  readonly least: number;
  /** Wider it cannot be made now. */
  readonly most: number;
  readonly isTabStop: boolean;
  /** While it is moved. */
  readonly onDrag: (width: number) => void;
  readonly onSettle: (width: number) => void;
  /** Gives the column the width it has by itself. */
  readonly onReset: () => void;
  /** Makes it as wide as what stands in it. */
  readonly onFit: () => void;
};

const step = 8;

/**
 * The edge a column is made wider or narrower with: dragged, or moved with the arrow keys. A double click or Enter fits
 * it to what stands in the column, Home gives it back its own width, Escape goes back to the column's title.
 */
export function ColumnEdge(props: Props): ReactElement {
  const { title, width, least, most, isTabStop } = props;

  const clamped = (next: number, highest: number) =>
    Math.round(Math.min(Math.max(next, least), Math.max(least, highest)));
  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (direction !== undefined) props.onSettle(clamped(width + direction * step, most));
    else if (event.key === 'Home') props.onReset();
    else if (event.key === 'Enter') props.onFit();
    else if (event.key === 'Escape') event.currentTarget.parentElement?.querySelector('button')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    let last: number | null = null;
    followPointer(event, {
      onMove: ({ clientX }) => {
        last = clamped(width + clientX - event.clientX, most);
        props.onDrag(last);
      },
      onEnd: () => {
        if (last !== null) props.onSettle(last);
      },
    });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is the pattern for a splitter
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={texts.common.widthOf(title)}
      aria-valuemin={least}
      aria-valuemax={Math.max(width, most)}
      aria-valuenow={width}
      tabIndex={isTabStop ? 0 : -1}
      className={styles.edge}
      onKeyDown={key}
      onPointerDown={down}
      onDoubleClick={props.onFit}
    />
  );
}
