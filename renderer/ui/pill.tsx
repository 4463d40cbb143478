import type { ReactElement } from 'react';
import { cx } from './class-names.ts';
import styles from './pill.module.css';

type Props = {
  readonly children: string;
  readonly tone?: 'accent' | 'warns';
  readonly title?: string;
};

/** A word beside a name that says what kind it is. */
export function Pill({ children, tone = 'accent', title }: Props): ReactElement {
  return (
    <span className={cx(styles.pill, tone === 'warns' && styles.warns)} title={title}>
      {children}
    </span>
  );
}
