import type { ReactElement, ReactNode } from 'react';
import { texts } from '../texts/texts.ts';
import styles from './banner.module.css';
import { cx } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

type Tone = 'info' | 'warning' | 'danger' | 'success';

type Props = {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
  /** Buttons that do something about it. */
  readonly actions?: ReactNode;
  /** It can be dismissed, in its corner. */
  readonly onDismiss?: () => void;
  /** `alert`: said at once by a screen reader; `status`: when it next pauses. */
  readonly role?: 'alert' | 'status';
};

/** Something to know, in the place it concerns. */
export function Banner({
  tone,
  icon = icons[tone],
  children,
  actions,
  onDismiss,
  role,
}: Props): ReactElement {
  return (
    <div className={cx(styles.banner, styles[tone])} {...(role !== undefined && { role })}>
      <Icon name={icon} />
      <div className={styles.body}>
        <div className={styles.words}>{children}</div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {onDismiss !== undefined && (
        <div className={styles.dismiss}>
          <IconButton small icon="close" label={texts.common.dismiss} onPress={onDismiss} />
        </div>
      )}
    </div>
  );
}

const icons: Readonly<Record<Tone, IconName>> = {
  info: 'note',
  warning: 'warning',
  danger: 'problem',
  success: 'check',
};
