import type { ReactElement } from 'react';
import { texts } from '../../texts/texts.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './editor.module.css';

/** The editor on its way, in its final shape. */
export function EditorSkeleton(): ReactElement {
  return (
    <div role="status" aria-label={texts.editor.loading} className={styles.skeleton}>
      <Skeleton width="96px" />
      <Skeleton width="240px" />
      <Skeleton width="100%" />
      <Skeleton width="80%" />
      <Skeleton width="90%" />
    </div>
  );
}
