import { type DragEvent, type ReactElement, type ReactNode, useState } from 'react';
import { importDropped } from '../../store/imports.ts';
import { texts } from '../../texts/texts.ts';
import { DropVeil } from '../../ui/drop-veil.tsx';
import { droppedFiles, hasFiles } from '../../ui/dropped-files.ts';
import { useDraggedFiles } from '../../ui/use-window-drag.ts';
import styles from './imports.module.css';

/** A place that takes a plan or CSV file. As a drag enters the window it says what letting go will do. */
export function ImportDropArea({ children }: { readonly children: ReactNode }): ReactElement {
  const files = useDraggedFiles();
  const [isOver, setOver] = useState(false);
  const words = texts.plans;
  const isOne = files === 1;

  const onDragOver = (event: DragEvent) => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const onDragLeave = ({ relatedTarget, currentTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    setOver(false);
    const { files, hasFolder } = droppedFiles(event.dataTransfer);
    importDropped(files, hasFolder);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file is also chosen with the button
    <div className={styles.dropArea} onDragOver={onDragOver} onDragLeave={onDragLeave} onDrop={onDrop}>
      {children}
      {files > 0 && (
        <DropVeil
          isOver={isOver && isOne}
          isLocked={!isOne}
          icon={isOne ? 'drop' : 'problem'}
          title={isOne ? words.drop : words.onlyOne}
        >
          {isOne && <span>{words.dropHint}</span>}
        </DropVeil>
      )}
    </div>
  );
}
