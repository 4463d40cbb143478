import type { ReactElement, ReactNode } from 'react';
import { takeDropped } from '../../store/editor-file.ts';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { useDraggedFiles } from '../../ui/use-window-drag.ts';
import { DropPromise } from './drop-promise.tsx';
import styles from './file-drop-area.module.css';
import { useIsLocked } from './use-editor-job.ts';
import { usePastedFiles } from './use-pasted-files.ts';

/** The whole editor takes a dropped or pasted file. As a drag enters the window it says what will happen. */
export function FileDropArea({ children }: { readonly children: ReactNode }): ReactElement {
  const files = useDraggedFiles();
  const isLocked = useIsLocked();
  const { isOver, area } = useFileDrop(takeDropped, isLocked);
  usePastedFiles(isLocked);

  return (
    <div className={styles.area} {...area}>
      {children}
      {files > 0 && <DropPromise files={files} isOver={isOver} isLocked={isLocked} />}
    </div>
  );
}
