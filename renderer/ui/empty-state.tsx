import type { ReactElement, ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Icon, type IconName } from './icon.tsx';

type Props = {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  /** The one thing to do. */
  readonly children?: ReactNode;
};

/** What stands where there is nothing: what this is, and the one thing to do. */
export function EmptyState({ icon, title, text, children }: Props): ReactElement {
  return (
    <div className={styles.empty}>
      <Icon name={icon} size={28} />
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {children !== undefined && <div className={styles.action}>{children}</div>}
    </div>
  );
}
