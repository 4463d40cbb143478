import type { ReactElement } from 'react';
import { texts } from '../texts/texts.ts';
import styles from './new-mark.module.css';

/** Marks a release that is not on the server yet. */
export function NewMark(): ReactElement {
  return <span className={styles.mark}>{texts.releases.new}</span>;
}
