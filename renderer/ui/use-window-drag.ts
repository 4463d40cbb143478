import { create } from 'zustand';
import { fileCount, hasFiles } from './dropped-files.ts';

/** How many files are being dragged over the window, a folder being one; 0 while none are. */
export function useDraggedFiles(): number {
  return useDrag((state) => state.files);
}

const useDrag = create<{ readonly files: number }>(() => ({ files: 0 }));

window.addEventListener('dragenter', ({ dataTransfer }) => {
  // Some systems tell of files only when they are dropped: there are some all the same.
  if (dataTransfer !== null && hasFiles(dataTransfer)) {
    useDrag.setState({ files: Math.max(1, fileCount(dataTransfer)) });
  }
});

// The page never opens what is dropped beside the places that take it.
window.addEventListener('dragover', (event) => {
  if (event.defaultPrevented || event.dataTransfer === null || !hasFiles(event.dataTransfer)) return;
  event.dataTransfer.dropEffect = 'none';
  event.preventDefault();
});

window.addEventListener('drop', (event) => {
  event.preventDefault();
  useDrag.setState({ files: 0 });
});

window.addEventListener('dragleave', ({ relatedTarget }) => {
  if (relatedTarget === null) useDrag.setState({ files: 0 });
});

window.addEventListener('dragend', () => useDrag.setState({ files: 0 }));
