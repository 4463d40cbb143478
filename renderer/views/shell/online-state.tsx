import type { ReactElement } from 'react';
import { useSession } from '../../store/session.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './shell.module.css';

/** Whether this computer has a network: a shape and a word. */
export function OnlineState(): ReactElement {
  const online = useSession((state) => state.online);
  return (
    <p
      role="status"
      className={cx(styles.online, !online && styles.offline)}
      title={online ? undefined : texts.bar.offlineHint}
    >
      {online ? <span className={styles.dot} aria-hidden="true" /> : <Icon name="offline" size={14} />}
      {online ? texts.bar.online : texts.bar.offline}
    </p>
  );
}
