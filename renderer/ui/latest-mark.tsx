import type { ReactElement } from 'react';
import { texts } from '../texts/texts.ts';
import styles from './latest-mark.module.css';

/** The star of the release that is latest; with its word where there is room. */
export function LatestMark({ word = false }: { readonly word?: boolean }): ReactElement {
  return (
    <span className={styles.mark} title={word ? undefined : texts.releases.latest}>
      <svg width="13" height="13" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M7 1.2l1.75 3.7 4.05.5-3 2.8.8 4L7 10.2l-3.6 2 .8-4-3-2.8 4.05-.5z" fill="currentColor" />
      </svg>
      <span className={word ? '' : 'visually-hidden'}>{texts.releases.latest}</span>
    </span>
  );
}
