import { type DragEvent, useEffect, useState } from 'react';
import { takeDropped } from '../../store/editor-file.ts';
import { matchFiles } from '../../store/file-matching.ts';
import { open } from '../../store/navigation.ts';
import type { ReleaseEntry } from '../../store/release-order.ts';
import { texts } from '../../texts/texts.ts';
import { droppedFiles, fileCount, hasFiles } from '../../ui/dropped-files.ts';
import { shown } from '../../ui/visible-text.ts';
import { subjectOf } from './entry-subject.ts';

/** What a drag is over: one row, where it carries one file, or the list. */
type Over = { readonly at: 'row'; readonly key: string } | { readonly at: 'list' };

type ListDrop = {
  readonly over: Over | null;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
};

/**
 * Lets files be dropped on the list. The row under a single one lights up and says what will happen: it is marked in
 * the page directly, so that a drag over 10,000 rows draws nothing anew.
 */
export function useListDrop(entries: readonly ReleaseEntry[], isReady: boolean): ListDrop {
  const [over, setOver] = useState<Over | null>(null);
  const rowKey = over?.at === 'row' ? over.key : null;

  useEffect(() => {
    const row =
      rowKey === null ? null : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(rowKey)}"]`);
    const entry = entries.find(({ release }) => release.id === rowKey);
    if (row === null || entry === undefined) return;
    row.dataset.drop =
      entry.draftId === null ? texts.releases.dropOnRow(shown(entry.release.version)) : texts.file.dropNew;
    return () => {
      delete row.dataset.drop;
    };
  }, [rowKey, entries]);

  return {
    over,
    onDragOver: (event) => {
      if (!isReady || !hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const next = placeOf(event);
      if (JSON.stringify(next) !== JSON.stringify(over)) setOver(next);
    },
    onDragLeave: (event) => {
      if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) {
        setOver(null);
      }
    },
    onDrop: (event) => {
      if (!isReady || !hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(null);
      const place = placeOf(event);
      const { files, hasFolder } = droppedFiles(event.dataTransfer);
      const entry = place.at === 'row' && entries.find(({ release }) => release.id === place.key);
      // Only now can a folder be told from a file without an extension.
      if (!entry || hasFolder || files.length !== 1) return void matchFiles(files);
      open('releases', subjectOf(entry), true);
      // The editor opens as a consequence of the navigation; what was dropped belongs to what is open then.
      queueMicrotask(() => void takeDropped(files, hasFolder));
    },
  };
}

function placeOf({ target, dataTransfer }: DragEvent): Over {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  const key = row?.dataset.key;
  return key === undefined || fileCount(dataTransfer) > 1 ? { at: 'list' } : { at: 'row', key };
}
