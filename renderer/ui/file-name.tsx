import type { ReactElement } from 'react';
import styles from './file-name.module.css';
import { fitName } from './fit-name.ts';
import { shown } from './visible-text.ts';

/**
 * A file name that gives way in its middle where there is little room: it begins with what it is of, and what tells
 * the files of one product apart, version and extension, stands at its end. What is cut is only drawn; the name itself
 * is one text, which is read out, found, marked and copied as a whole.
 */
export function FileName({ name }: { readonly name: string }): ReactElement {
  const text = shown(name);
  return (
    // Another name is another element: its room is measured anew.
    <bdi key={text} ref={fitName} dir="ltr" className={styles.name} title={text}>
      <span className={styles.whole}>{text}</span>
    </bdi>
  );
}
