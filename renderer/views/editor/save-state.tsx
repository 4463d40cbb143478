import type { ReactElement } from 'react';
import { clock } from '../../format.ts';
import { useEditor } from '../../store/editor.ts';
import { texts } from '../../texts/texts.ts';
import { useLasting } from '../../ui/use-lasting.ts';
import { useNow } from '../../ui/use-now.ts';

/** Saving that is over sooner than this (ms) is not worth a flicker at every key. */
const blinkMs = 250;

/** Whether what is shown is saved, and since when. */
export function SaveState(): ReactElement | null {
  const draft = useEditor((state) => state.draft);
  const isSaving = useLasting(
    useEditor((state) => state.pending > 0),
    blinkMs,
  );
  const hasFailed = useEditor((state) => state.saveFailure !== null);
  const savedAt = useNow((now) => (draft === null ? null : clock(draft.updatedAt, now)));
  if (hasFailed) return <span>{texts.editor.notSaved}</span>;
  if (isSaving) return <span>{texts.editor.saving}</span>;
  if (savedAt === null) return <span>{texts.editor.noDraft}</span>;
  return <span>{texts.editor.saved(savedAt)}</span>;
}
