import { type ReactElement, useState } from 'react';
import { useSession } from '../../store/session.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './shell.module.css';

/** What the user should know about the store since the start, until it is dismissed. */
export function StartNotices(): ReactElement | null {
  const notices = useSession((state) => state.info?.notices ?? none);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const open = notices.filter((notice) => !dismissed.includes(notice));
  if (open.length === 0) return null;
  return (
    <div className={styles.notices}>
      {open.map((notice) => (
        <Banner
          key={notice}
          tone="warning"
          role="status"
          actions={
            <IconButton
              small
              icon="close"
              label={texts.common.dismiss}
              onPress={() => setDismissed([...dismissed, notice])}
            />
          }
        >
          {shown(notice)}
        </Banner>
      ))}
    </div>
  );
}

const none: readonly string[] = [];
