import { type ReactElement, useLayoutEffect, useRef } from 'react';
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
  const place = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is measured anew
  useLayoutEffect(() => (place.current === null ? undefined : fitName(place.current)), [text]);
  return (
    <bdi ref={place} dir="ltr" className={styles.name} title={text}>
      <span className={styles.whole}>{text}</span>
    </bdi>
  );
}
