import type { ReactElement } from 'react';
import { shortId } from '../../format.ts';
import { texts } from '../../texts/texts.ts';
import { Copyable } from '../../ui/copyable.tsx';
import { LongText } from '../../ui/long-text.tsx';
import styles from './comparison.module.css';

type Props = {
  /** Of two files that read alike it ends in the beginning of the checksum. */
  readonly text: string;
  /** What the checksum is of, for the button's name. */
  readonly what: string;
  readonly md5: string;
};

/** A file side by side with another: its name and size, and its checksum, which can be copied whole. */
export function ComparedFile({ text, what, md5 }: Props): ReactElement {
  const start = texts.ids.md5(shortId(md5));
  const ending = `, ${start}`;
  return (
    <span className={styles.file}>
      <LongText text={text.endsWith(ending) ? text.slice(0, -ending.length) : text} />
      <Copyable what={what} value={md5}>
        {start}
      </Copyable>
    </span>
  );
}
