import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { DraftPart } from '../../../electron/model/draft.ts';
import { openCatalogue } from '../../store/catalogue.ts';
import { useEditor } from '../../store/editor.ts';
import { refreshReleases } from '../../store/releases.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useOffer } from '../../ui/use-offer.ts';
import { ComparisonView } from './comparison-view.tsx';
import { ConflictView } from './conflict-view.tsx';
import styles from './editor.module.css';
import { EditorFooter } from './editor-footer.tsx';
import { EditorForm } from './editor-form.tsx';
import { EditorHeader } from './editor-header.tsx';
import { EditorSkeleton } from './editor-skeleton.tsx';
import { FileDropArea } from './file-drop-area.tsx';
import { goToPart } from './part-ids.ts';
import { useEditorJob } from './use-editor-job.ts';

export type EditorViewName = 'edit' | 'compare';

/** One release or draft: what it is, what would change, its file and fields, and the way to publish it. */
export function Editor({ onBack }: { readonly onBack: (() => void) | null }): ReactElement {
  const phase = useEditor((state) => state.phase);
  const subject = useEditor((state) => state.subject);
  const job = useEditorJob();
  const [view, setView] = useState<EditorViewName>('edit');
  const scroller = useRef<HTMLDivElement>(null);
  const connectionId = subject?.connectionId;
  const productId = subject?.productId;

  useEffect(() => {
    if (connectionId !== undefined && productId !== undefined) void openCatalogue(connectionId, productId);
  }, [connectionId, productId]);

  // The next release is looked at from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect is of the subject's change
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
  }, [subject]);

  const isInConflict = job?.state.at === 'conflict';
  useOffer(
    'compare',
    phase !== 'ready' || isInConflict ? null : () => setView(view === 'edit' ? 'compare' : 'edit'),
  );

  /** From wherever one is: the fields stand in the form. */
  const showPart = (part: DraftPart) => {
    setView('edit');
    requestAnimationFrame(() => goToPart(part));
  };

  if (phase === 'failed') {
    return (
      <EmptyState icon="releases" title={texts.editor.gone} text={texts.editor.goneText}>
        <Button onPress={() => void refreshReleases()}>{texts.releases.refresh}</Button>
      </EmptyState>
    );
  }
  if (phase !== 'ready') return <EditorSkeleton />;
  return (
    <FileDropArea>
      <EditorHeader view={isInConflict ? null : view} onView={setView} onBack={onBack} />
      {job?.state.at === 'conflict' ? (
        <ConflictView key={`${job.id} ${job.updatedAt}`} job={job} conflicts={job.state.conflicts} />
      ) : (
        <>
          <div ref={scroller} className={styles.scroll}>
            {view === 'edit' ? <EditorForm /> : <ComparisonView />}
          </div>
          <EditorFooter onPart={showPart} />
        </>
      )}
    </FileDropArea>
  );
}
