import type { ReactElement } from 'react';
import { fileSize } from '../../format.ts';
import { cx } from '../../ui/class-names.ts';
import { FileName } from '../../ui/file-name.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './file-card.module.css';

type Props = {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** It is not on the server yet. */
  readonly isNext?: boolean;
};

/** A file's name and size. */
export function FileLine({ name, size, isNext = false }: Props): ReactElement {
  return (
    <p className={cx(styles.line, isNext && styles.next)}>
      <Icon name="file" />
      <span className={styles.name}>
        <FileName name={name} />
      </span>
      <span className={styles.size}>{fileSize(size)}</span>
    </p>
  );
}
