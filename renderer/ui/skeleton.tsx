import type { ReactElement } from 'react';
import styles from './skeleton.module.css';

/** Stands for text that is on its way, in its final size. `width`: a CSS length. */
export function Skeleton({ width }: { readonly width: string }): ReactElement {
  return <span className={styles.skeleton} style={{ width }} aria-hidden="true" />;
}
