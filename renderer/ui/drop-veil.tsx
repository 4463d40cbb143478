import type { ReactElement, ReactNode } from 'react';
import { cx } from './class-names.ts';
import styles from './drop-veil.module.css';
import { Icon } from './icon.tsx';

type Props = {
  /** Whether the drag is over this place, and not only over the window. */
  readonly isOver: boolean;
  /** Nothing can be dropped here. */
  readonly isLocked?: boolean;
  readonly icon: 'drop' | 'problem';
  /** What letting go will do. */
  readonly title: string;
  readonly children?: ReactNode;
};

/** Lies over a place that takes files while some are dragged over the window, and says what letting go will do. */
export function DropVeil({ isOver, isLocked = false, icon, title, children }: Props): ReactElement {
  return (
    <div className={cx(styles.veil, isOver && styles.over, isLocked && styles.locked)}>
      <p className={styles.promise}>
        <Icon name={icon} size={20} />
        <strong>{title}</strong>
        {children}
      </p>
    </div>
  );
}
