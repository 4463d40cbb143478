import type { ReactElement } from 'react';
import { useNotices } from '../store/notices.ts';
import { texts } from '../texts/texts.ts';
import { Toast } from './toast.tsx';
import styles from './toasts.module.css';

/** The notices that float over the window's lower corner. */
export function Toasts(): ReactElement {
  const notices = useNotices((state) => state.notices);
  return (
    <section aria-label={texts.landmarks.notices} className={styles.toasts}>
      <div role="status" aria-live="polite" aria-relevant="additions">
        {notices.map((notice) => (
          <Toast key={notice.id} notice={notice} />
        ))}
      </div>
    </section>
  );
}
