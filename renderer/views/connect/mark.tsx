import type { ReactElement } from 'react';
import styles from './connect.module.css';

/** The app's mark: a package with an arrow going up. */
export function Mark(): ReactElement {
  return (
    <svg width="48" height="48" viewBox="0 0 48 48" className={styles.mark} aria-hidden="true">
      <rect width="48" height="48" rx="12" fill="currentColor" />
      <g fill="none" stroke="#fbfbff" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M13 23v10a3 3 0 0 0 3 3h16a3 3 0 0 0 3-3V23" />
        <path d="M24 29V12" />
        <path d="M17.5 18.5 24 12l6.5 6.5" />
      </g>
    </svg>
  );
}
