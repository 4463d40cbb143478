import type { ReactElement } from 'react';
import { dismissStartNotice, useSession } from '../../store/session.ts';
import { Banner } from '../../ui/banner.tsx';
import { cx } from '../../ui/class-names.ts';
import { shown } from '../../ui/visible-text.ts';
import styles from './shell.module.css';

type Props = {
  /** Among other things of a page; else as a bar above what is shown. */
  readonly within?: boolean;
};

/** What the user should know of the start and of the time without a window, until it is dismissed. */
export function StartNotices({ within = false }: Props): ReactElement | null {
  const notices = useSession((state) => state.info?.notices ?? none);
  if (notices.length === 0) return null;
  return (
    <div className={cx(styles.notices, within && styles.within)}>
      {notices.map((notice) => (
        <Banner key={notice} tone="warning" role="status" onDismiss={() => dismissStartNotice(notice)}>
          {shown(notice)}
        </Banner>
      ))}
    </div>
  );
}

const none: readonly string[] = [];
