import { type ReactElement, useEffect, useRef } from 'react';
import { useNotices } from '../store/notices.ts';
import { texts } from '../texts/texts.ts';
import { leaveRoom } from './notices-room.ts';
import { Toast } from './toast.tsx';
import styles from './toasts.module.css';

/**
 * The notices that float over the window's lower edge: what scrolls under them has room to scroll out from there. In a small
 * window they stand below everything.
 */
export function Toasts(): ReactElement {
  const notices = useNotices((state) => state.notices);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = list;
    if (current === null) return;
    const observer = new ResizeObserver(() => {
      const height = current.offsetHeight;
      const floats = getComputedStyle(current.parentElement ?? current).position === 'fixed';
      leaveRoom(height === 0 || !floats ? 0 : height + beside);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    <section aria-label={texts.landmarks.notices} className={styles.toasts}>
      <div ref={list} role="status" aria-live="polite" aria-relevant="additions">
        {notices.map((notice) => (
          <Toast key={notice.id} notice={notice} />
        ))}
      </div>
    </section>
  );
}

/** Pixels: from the foot of a pane to the notices, and from there to what has been scrolled out from under them. */
const beside = 20;
