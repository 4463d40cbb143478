import { create } from 'zustand';
import { hasFiles } from './dropped-files.ts';

/** Whether files are being dragged over the window. */
export function useWindowDrag(): boolean {
  return useDrag((state) => state.isDragging);
}

const useDrag = create<{ readonly isDragging: boolean }>(() => ({ isDragging: false }));

window.addEventListener('dragenter', ({ dataTransfer }) => {
  if (dataTransfer !== null && hasFiles(dataTransfer)) useDrag.setState({ isDragging: true });
});

// The page never opens what is dropped beside the places that take it.
window.addEventListener('dragover', (event) => {
  if (event.defaultPrevented || event.dataTransfer === null || !hasFiles(event.dataTransfer)) return;
  event.dataTransfer.dropEffect = 'none';
  event.preventDefault();
});

window.addEventListener('drop', (event) => {
  event.preventDefault();
  useDrag.setState({ isDragging: false });
});

window.addEventListener('dragleave', ({ relatedTarget }) => {
  if (relatedTarget === null) useDrag.setState({ isDragging: false });
});

window.addEventListener('dragend', () => useDrag.setState({ isDragging: false }));
