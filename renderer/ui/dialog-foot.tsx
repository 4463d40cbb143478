import type { ReactElement, ReactNode } from 'react';
import styles from './dialog-foot.module.css';

type Props = {
  /** How it stands, above the buttons. */
  readonly standing: ReactNode;
  /** What can be chosen before, at the buttons' left. */
  readonly choice: ReactNode;
  readonly buttons: ReactNode;
};

/** The foot of a dialog with a table: how it stands, what can still be chosen, and the buttons. */
export function DialogFoot({ standing, choice, buttons }: Props): ReactElement {
  return (
    <div className={styles.foot}>
      {standing}
      <div className={styles.actions}>
        {choice}
        <span className={styles.buttons}>{buttons}</span>
      </div>
    </div>
  );
}
