import type { ReactElement } from 'react';
import styles from './long-text.module.css';
import { shown } from './visible-text.ts';

/**
 * A text that others wrote, whole as long as the server could hold it; of a longer one the first lines, so that what
 * stands beside it keeps its place.
 */
export function LongText({ text }: { readonly text: string }): ReactElement {
  if (text.length <= mostWhole) return <span className={styles.whole}>{shown(text)}</span>;
  return (
    <span className={styles.cut} title={shown(text.slice(0, mostInTitle))}>
      {shown(text)}
    </span>
  );
}

/** In characters: the longest value, with the few words that are said of it; and more than anybody reads in a title. */
const mostWhole = 300;
const mostInTitle = 1000;
