import type { ReactElement } from 'react';
import styles from './file-name.module.css';
import { shown } from './visible-text.ts';

/**
 * A file name that gives way at its beginning where there is little room: what tells the files of one product
 * apart, version and extension, stands at the end.
 */
export function FileName({ name }: { readonly name: string }): ReactElement {
  const text = shown(name);
  return (
    <span className={styles.name} title={text}>
      <bdi dir="ltr">{text}</bdi>
    </span>
  );
}
