import type { ReactElement } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './switch.module.css';

type Props = {
  readonly children: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly describedBy?: string | undefined;
};

/** Something that is on or off, with effect at once. */
export function Switch({ children, describedBy, ...props }: Props): ReactElement {
  return (
    <AriaSwitch
      {...props}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      className={cx(styles.switch)}
    >
      <span className={cx(styles.track)} />
      {children}
    </AriaSwitch>
  );
}
