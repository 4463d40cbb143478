import { type DragEvent, type ReactElement, type ReactNode, useState } from 'react';
import { takeDropped } from '../../store/editor-file.ts';
import { droppedFiles, fileCount, hasFiles } from '../../ui/dropped-files.ts';
import { useWindowDrag } from '../../ui/use-window-drag.ts';
import { DropPromise } from './drop-promise.tsx';
import styles from './file-drop-area.module.css';
import { useIsLocked } from './use-editor-job.ts';
import { usePastedFiles } from './use-pasted-files.ts';

/** The whole editor takes a dropped or pasted file. As a drag enters the window it says what will happen. */
export function FileDropArea({ children }: { readonly children: ReactNode }): ReactElement {
  const isDragging = useWindowDrag();
  const isLocked = useIsLocked();
  const [over, setOver] = useState<{ readonly files: number } | null>(null);
  usePastedFiles(isLocked);

  const onDragOver = (event: DragEvent) => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = isLocked ? 'none' : 'copy';
    const files = fileCount(event.dataTransfer);
    if (over?.files !== files) setOver({ files });
  };
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    setOver(null);
    if (isLocked) return;
    const { files, hasFolder } = droppedFiles(event.dataTransfer);
    void takeDropped(files, hasFolder);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file is also chosen with a button or pasted
    <div
      className={styles.area}
      onDragOver={onDragOver}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setOver(null);
      }}
      onDrop={onDrop}
    >
      {children}
      {isDragging && <DropPromise files={over?.files ?? 1} isOver={over !== null} isLocked={isLocked} />}
    </div>
  );
}
