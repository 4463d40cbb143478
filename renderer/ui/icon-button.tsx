import type { ReactElement, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { cx } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './icon-button.module.css';
import { WithTooltip } from './tooltip.tsx';

type Props = Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> & {
  /** Its accessible name, and what the tooltip says. */
  readonly label: string;
  /** What else the tooltip says. */
  readonly more?: string | undefined;
  readonly icon: IconName;
  readonly small?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button with an icon only; the tooltip says what it does. */
export function IconButton({ label, more, icon, small = false, ...props }: Props): ReactElement {
  return (
    <WithTooltip text={more === undefined ? label : `${label}. ${more}`}>
      <AriaButton {...props} aria-label={label} className={cx(styles.button, small && styles.small)}>
        <Icon name={icon} size={small ? 14 : 16} />
      </AriaButton>
    </WithTooltip>
  );
}
