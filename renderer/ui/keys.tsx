import type { ReactElement } from 'react';
import styles from './keys.module.css';
import { keysOf } from './shortcut-keys.ts';

/** The keys of a shortcut, as this system writes them. For the eyes only: menus say them by themselves. */
export function Keys({ accelerator }: { readonly accelerator: string }): ReactElement {
  return (
    <span aria-hidden="true" className={styles.keys}>
      {keysOf(accelerator, navigator.platform.startsWith('Mac'))}
    </span>
  );
}
