import type { ReactElement } from 'react';
import { Icon } from '../icon.tsx';
import styles from './mark-box.module.css';

/** The box of a row. The row says that it is chosen, and the grid hears the clicks. */
export function RowBox(): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as in `cell.tsx`
    <div role="gridcell" data-mark="" className={styles.place}>
      <span className={styles.box}>
        <Icon name="check" size={12} />
      </span>
    </div>
  );
}

type HeadBoxProps = {
  readonly label: string;
  readonly marked: 'none' | 'some' | 'all';
  readonly onToggle: () => void;
};

/** The box in the head: chooses every row, or none. */
export function HeadBox({ label, marked, onToggle }: HeadBoxProps): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the box in it has the focus
    <div role="columnheader" className={styles.place}>
      <input
        type="checkbox"
        aria-label={label}
        title={label}
        className={styles.input}
        checked={marked === 'all'}
        ref={(input) => {
          if (input !== null) input.indeterminate = marked === 'some';
        }}
        onChange={onToggle}
      />
      <span className={styles.box} data-marked={marked} aria-hidden="true">
        {marked === 'some' ? <span className={styles.dash} /> : <Icon name="check" size={12} />}
      </span>
    </div>
  );
}
