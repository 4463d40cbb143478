import type { ReactElement, ReactNode } from 'react';
import styles from './list-foot.module.css';

type Props = {
  /** What is chosen, or how much there is. */
  readonly words: ReactNode;
  /** What the buttons are for, when they are a group. */
  readonly label?: string;
  readonly children?: ReactNode;
};

/** The foot of a list: what is chosen in it, and what can be done with that. Always there, so that nothing jumps. */
export function ListFoot({ words, label, children }: Props): ReactElement {
  return (
    <div className={styles.foot}>
      <span className={styles.words}>{words}</span>
      {children !== undefined && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form
        <div role="group" {...(label !== undefined && { 'aria-label': label })} className={styles.actions}>
          {children}
        </div>
      )}
    </div>
  );
}
