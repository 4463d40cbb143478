import type { ReactElement } from 'react';
import { useAnnouncement } from '../store/announcements.ts';

/** Where announcements for screen readers are put; seen by nobody. */
export function LiveRegion(): ReactElement {
  const { text, number } = useAnnouncement();
  return (
    <div aria-live="polite" aria-atomic="true" className="visually-hidden">
      <span key={number}>{text}</span>
    </div>
  );
}
