import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { cx } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger' | 'link';

type Props = Omit<AriaButtonProps, 'className' | 'children' | 'style'> & {
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  readonly children: ReactNode;
};

/** A button with words. `primary` once per view; `link` for what stands in a sentence. */
export function Button({ kind = 'plain', icon, children, ...props }: Props): ReactElement {
  return (
    <AriaButton {...props} className={cx(styles.button, styles[kind])}>
      {icon !== undefined && <Icon name={icon} size={14} />}
      <span className={styles.words}>{children}</span>
    </AriaButton>
  );
}
