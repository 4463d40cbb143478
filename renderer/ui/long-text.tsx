import type { ReactElement } from 'react';
import styles from './long-text.module.css';
import { shown } from './visible-text.ts';

/** A text that others wrote: of a very long one the first lines, so that what stands beside it keeps its place. */
export function LongText({ text }: { readonly text: string }): ReactElement {
  return (
    <span className={styles.text} title={shown(text.slice(0, mostInTitle))}>
      {shown(text)}
    </span>
  );
}

/** More nobody reads there. In characters. */
const mostInTitle = 1000;
