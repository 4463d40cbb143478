import { type DragEvent, useEffect, useState } from 'react';
import { takeDropped } from '../../store/editor-file.ts';
import { open } from '../../store/navigation.ts';
import type { ReleaseEntry } from '../../store/release-order.ts';
import { texts } from '../../texts/texts.ts';
import { droppedFiles, hasFiles } from '../../ui/dropped-files.ts';
import { shown } from '../../ui/visible-text.ts';
import { subjectOf } from './entry-subject.ts';

type RowDrop = {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
};

/**
 * Lets a file be dropped on a row. The row under the drag lights up and says what will happen: it is marked in
 * the page directly, so that a drag over 10,000 rows draws nothing anew.
 */
export function useRowDrop(entries: readonly ReleaseEntry[]): RowDrop {
  const [over, setOver] = useState<string | null>(null);

  useEffect(() => {
    const row =
      over === null ? null : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(over)}"]`);
    const entry = entries.find(({ release }) => release.id === over);
    if (row === null || entry === undefined) return;
    row.dataset.drop =
      entry.draftId === null ? texts.releases.dropOnRow(shown(entry.release.version)) : texts.file.dropNew;
    return () => {
      delete row.dataset.drop;
    };
  }, [over, entries]);

  return {
    onDragOver: (event) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      const key = keyUnder(event);
      event.dataTransfer.dropEffect = key === null ? 'none' : 'copy';
      setOver(key);
    },
    onDragLeave: (event) => {
      if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) {
        setOver(null);
      }
    },
    onDrop: (event) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(null);
      const key = keyUnder(event);
      const entry = entries.find(({ release }) => release.id === key);
      if (entry === undefined) return;
      const dropped = droppedFiles(event.dataTransfer);
      open('releases', subjectOf(entry), true);
      // The editor opens as a consequence of the navigation; what was dropped belongs to what is open then.
      queueMicrotask(() => void takeDropped(dropped.files, dropped.hasFolder));
    },
  };
}

function keyUnder({ target }: DragEvent): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  return row?.dataset.key ?? null;
}
