import type { ReactElement } from 'react';
import { cx } from './class-names.ts';
import { Cell } from './grid/cell.tsx';
import { Icon, type IconName } from './icon.tsx';
import styles from './tone.module.css';

/** A shape and a tone for how something stands; the words stand beside it. */
export type Look = {
  readonly icon: IconName;
  readonly tone: 'busy' | 'good' | 'bad' | 'warns' | 'quiet';
};

type Props = { readonly look: Look; readonly words: string };

/** How something stands, among other words. */
export function ToneWords({ look: { icon, tone }, words }: Props): ReactElement {
  return (
    <span className={cx(styles.inline, styles[tone])}>
      <Icon name={icon} size={14} />
      {words}
    </span>
  );
}

/** How something stands, as a cell of a row; words that are cut are there as a whole under the pointer. */
export function ToneCell({ look: { icon, tone }, words }: Props): ReactElement {
  return (
    <Cell className={cx(styles.cell, styles[tone])} title={words}>
      <Icon name={icon} size={14} />
      <span className={styles.words}>{words}</span>
    </Cell>
  );
}
