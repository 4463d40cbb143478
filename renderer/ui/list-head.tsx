import type { ReactElement, ReactNode } from 'react';
import styles from './list-head.module.css';

/** The title of a list and what can be done with all of it. */
export function ListHead({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  );
}
