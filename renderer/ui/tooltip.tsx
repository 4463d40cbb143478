import type { ReactElement, ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './tooltip.module.css';

/** Says more about a focusable thing when it is pointed at or focused. */
export function WithTooltip({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      {children}
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
