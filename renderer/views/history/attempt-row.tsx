import { memo } from 'react';
import type { Attempt } from '../../../electron/model/attempt.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Cell } from '../../ui/grid/cell.tsx';
import { Time } from '../../ui/time.tsx';
import { ToneCell } from '../../ui/tone.tsx';
import { shown } from '../../ui/visible-text.ts';
import { attemptLook, sentWords } from './attempt-look.ts';
import styles from './history.module.css';

/** The cells of one attempt. */
export const AttemptRow = memo(function AttemptRow({ item: attempt }: { readonly item: Attempt }) {
  const words = texts.history.outcome[attempt.outcome];
  const why = attempt.failure === null ? words : `${words}: ${shown(attempt.failure.message)}`;
  return (
    <>
      <Cell className={styles.version}>{shown(attempt.version)}</Cell>
      <Cell className={cx(styles.sentColumn, styles.secondary)} title={sentWords(attempt)}>
        {sentWords(attempt)}
      </Cell>
      <ToneCell look={attemptLook[attempt.outcome]} words={why} />
      <Cell className={styles.secondary}>
        <Time iso={attempt.startedAt} short />
      </Cell>
    </>
  );
});
