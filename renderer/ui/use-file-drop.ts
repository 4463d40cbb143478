import { type DragEvent, useState } from 'react';
import { droppedFiles, hasFiles } from './dropped-files.ts';

type FileDrop = {
  readonly isOver: boolean;
  /** For the element that takes the files. */
  readonly area: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
};

/** An element that takes dropped files, whatever of it they are dropped on; while it is locked it takes none. */
export function useFileDrop(
  onFiles: (files: readonly File[], hasFolder: boolean) => void,
  isLocked = false,
): FileDrop {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    area: {
      onDragOver: (event) => {
        if (!isOn(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = isLocked ? 'none' : 'copy';
        setOver(true);
      },
      onDragLeave: ({ relatedTarget, currentTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(false);
      },
      onDrop: (event) => {
        if (!isOn(event)) return;
        event.preventDefault();
        setOver(false);
        if (isLocked) return;
        const { files, hasFolder } = droppedFiles(event.dataTransfer);
        onFiles(files, hasFolder);
      },
    },
  };
}

/** Files over the element itself: React also tells of those over a dialog that the element has opened. */
const isOn = ({ dataTransfer, target, currentTarget }: DragEvent): boolean =>
  hasFiles(dataTransfer) && target instanceof Node && currentTarget.contains(target);
