import type { ReactElement } from 'react';
import styles from './file-name.module.css';
import { shown } from './visible-text.ts';

/** So many characters at the end are shown whatever happens: a version and an extension. */
const keptAtEnd = 12;

/**
 * A file name that gives way in its middle where there is little room: it begins with what it is of, and what tells
 * the files of one product apart, version and extension, stands at its end.
 */
export function FileName({ name }: { readonly name: string }): ReactElement {
  const text = shown(name);
  const characters = [...text];
  const cut = Math.max(0, characters.length - keptAtEnd);
  return (
    <bdi dir="ltr" className={styles.name} title={text}>
      <span className={styles.start}>{characters.slice(0, cut).join('')}</span>
      <span className={styles.end}>{characters.slice(cut).join('')}</span>
    </bdi>
  );
}
