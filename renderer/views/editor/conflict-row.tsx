import type { ReactElement } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { Conflict, ConflictChoice } from '../../../electron/model/job.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { shown } from '../../ui/visible-text.ts';
import styles from './conflict.module.css';

type Props = {
  readonly conflict: Conflict;
  readonly choice: ConflictChoice | null;
  readonly onChoose: (choice: ConflictChoice) => void;
};

/** One field both sides changed. */
export function ConflictRow({ conflict, choice, onChoose }: Props): ReactElement {
  const { label, base, theirs, mine } = conflict;
  const words = texts.conflict;
  return (
    <li className={styles.row}>
      <h3 className={styles.label}>{shown(label)}</h3>
      <RadioGroup
        aria-label={words.choose(shown(label))}
        value={choice}
        onChange={(value) => onChoose(value === 'mine' ? 'mine' : 'theirs')}
        className={cx(styles.columns)}
      >
        <div className={styles.base}>
          <span className={styles.head}>{words.base}</span>
          <span>{shown(base)}</span>
        </div>
        <Radio value="theirs" className={cx(styles.side)}>
          <span className={styles.head}>{words.theirs}</span>
          <span>{shown(theirs)}</span>
        </Radio>
        <Radio value="mine" className={cx(styles.side)}>
          <span className={styles.head}>{words.mine}</span>
          <span>{shown(mine)}</span>
        </Radio>
      </RadioGroup>
    </li>
  );
}
