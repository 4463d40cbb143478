import type { ReactElement } from 'react';
import { LatestMark } from '../../ui/latest-mark.tsx';
import { Status } from '../../ui/status.tsx';
import styles from './demo-picture.module.css';

const rows = [
  { version: '2.1.0', status: 'DRAFT', isLatest: false },
  { version: '2.0.10', status: 'PUBLISHED', isLatest: true },
  { version: '2.0.2', status: 'PUBLISHED', isLatest: false },
  { version: '1.9.4', status: 'DEPRECATED', isLatest: false },
  { version: '1.8.0', status: 'ARCHIVED', isLatest: false },
] as const;

/** A glimpse of the demo team's list. Decoration: the words beside it say what it is. */
export function DemoPicture(): ReactElement {
  return (
    <div className={styles.picture} aria-hidden="true">
      {rows.map(({ version, status, isLatest }) => (
        <div key={version} className={styles.row}>
          <span className={styles.version}>
            {version} {isLatest && <LatestMark />}
          </span>
          <Status status={status} />
        </div>
      ))}
    </div>
  );
}
