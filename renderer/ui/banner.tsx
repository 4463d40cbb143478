import type { ReactElement, ReactNode } from 'react';
import styles from './banner.module.css';
import { cx } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

type Tone = 'info' | 'warning' | 'danger' | 'success';

type Props = {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
  /** Buttons that do something about it. */
  readonly actions?: ReactNode;
  /** `alert`: said at once by a screen reader; `status`: when it next pauses. */
  readonly role?: 'alert' | 'status';
};

/** Something to know, in the place it concerns. */
export function Banner({ tone, icon = icons[tone], children, actions, role }: Props): ReactElement {
  return (
    <div className={cx(styles.banner, styles[tone])} {...(role !== undefined && { role })}>
      <Icon name={icon} />
      <div className={styles.body}>
        <div className={styles.words}>{children}</div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}

const icons: Readonly<Record<Tone, IconName>> = {
  info: 'note',
  warning: 'warning',
  danger: 'problem',
  success: 'check',
};
