import type { ReactElement } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './progress-bar.module.css';

type Props = {
  readonly label: string;
  /** Between 0 and 1; null while it cannot be known. */
  readonly share: number | null;
  /** What it says of itself instead of a percentage. */
  readonly words: string;
  readonly tone?: 'accent' | 'success' | 'muted';
};

/** How far something is. It is full only when it is done. */
export function ProgressBar({ label, share, words, tone = 'accent' }: Props): ReactElement {
  return (
    <AriaProgressBar
      aria-label={label}
      value={share ?? 0}
      maxValue={1}
      valueLabel={words}
      isIndeterminate={share === null}
      className={cx(styles.bar, styles[tone], share === null && styles.unknown)}
    >
      <div className={styles.track}>
        <div className={styles.fill} style={share === null ? {} : { transform: `scaleX(${share})` }} />
      </div>
    </AriaProgressBar>
  );
}
