import { type DragEvent, type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { fileSize } from '../../format.ts';
import { useEditor } from '../../store/editor.ts';
import { refuse, takeDropped, takeFiles } from '../../store/editor-file.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { droppedFiles, fileCount, hasFiles } from '../../ui/dropped-files.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWindowDrag } from '../../ui/use-window-drag.ts';
import { shown } from '../../ui/visible-text.ts';
import styles from './file-drop-area.module.css';
import { useIsLocked } from './use-editor-job.ts';

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
      {isDragging && (
        <div className={cx(styles.veil, over !== null && styles.over, isLocked && styles.locked)}>
          <DropPromise files={over?.files ?? 1} isLocked={isLocked} />
        </div>
      )}
    </div>
  );
}

/** What letting go will do. */
function DropPromise({
  files,
  isLocked,
}: {
  readonly files: number;
  readonly isLocked: boolean;
}): ReactElement {
  const release = useEditor((state) => state.release);
  const words = texts.file;
  const promise = () => {
    if (isLocked) return words.dropLocked;
    if (files > 1) return words.several(files);
    if (release === null) return words.dropNew;
    if (release.file === null) return words.dropFirst(shown(release.version));
    return words.dropReplace(shown(release.version));
  };
  return (
    <p className={styles.promise}>
      <Icon name={files > 1 || isLocked ? 'problem' : 'drop'} size={20} />
      <strong>{promise()}</strong>
      {release?.file != null && files === 1 && !isLocked && (
        <span>
          {shown(release.file.name)}, {fileSize(release.file.size)}
        </span>
      )}
      {!isLocked && <span>{files > 1 ? words.severalRemedy : words.dropHint}</span>}
    </p>
  );
}

/** Files on the clipboard are taken wherever the focus is; a text field could do nothing with them. */
function usePastedFiles(isLocked: boolean): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      if (isLocked) refuse(files[0]?.name ?? '', texts.file.dropLocked, '');
      else void takeFiles(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [isLocked]);
}
