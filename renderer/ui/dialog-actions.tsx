import type { ReactElement, ReactNode } from 'react';
import styles from './dialog.module.css';

/** The buttons at the end of a dialog, the one that does it last. */
export function DialogActions({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles.actions}>{children}</div>;
}
