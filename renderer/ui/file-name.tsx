import type { ReactElement } from 'react';
import styles from './file-name.module.css';
import { shown } from './visible-text.ts';

/** What tells files of one product apart stands at the end: version and extension. That much is never cut. */
const tailLength = 10;

/** A file name that gives way in its middle where there is little room. */
export function FileName({ name }: { readonly name: string }): ReactElement {
  const characters = [...shown(name)];
  const cut = Math.max(0, characters.length - tailLength);
  return (
    <span className={styles.name} title={characters.join('')}>
      <span className="visually-hidden">{characters.join('')}</span>
      <span className={styles.head} aria-hidden="true">
        {characters.slice(0, cut).join('')}
      </span>
      <span className={styles.tail} aria-hidden="true">
        {characters.slice(cut).join('')}
      </span>
    </span>
  );
}
