import type { ReactElement } from 'react';
import { cx } from '../class-names.ts';
import { Skeleton } from '../skeleton.tsx';
import styles from './virtual-grid.module.css';

type Props = {
  readonly label: string;
  readonly layout: string;
  /** Whether there will be boxes before the first column. */
  readonly hasMarks?: boolean;
  /** A CSS width, or most of the column, and a class for each. */
  readonly columns: readonly {
    readonly id: string;
    readonly width?: string | undefined;
    readonly className?: string | undefined;
  }[];
};

const rows = Array.from({ length: 14 }, (_, index) => index);

/** Rows on their way, in their final size, so that nothing jumps when they come. */
export function SkeletonRows({ label, layout, columns, hasMarks = false }: Props): ReactElement {
  return (
    <div
      className={cx(styles.grid, styles.toCome, hasMarks && styles.withMarks)}
      role="status"
      aria-label={label}
    >
      <div className={cx(styles.headRow, styles.head, layout)} />
      {rows.map((row) => (
        <div key={row} className={cx(styles.row, styles.still, layout)}>
          {columns.map(({ id, width = '70%', className }) => (
            <span key={id} className={className}>
              <Skeleton width={width} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
