import { type ReactElement, useRef } from 'react';
import { announce } from '../../store/announcements.ts';
import { useEditor } from '../../store/editor.ts';
import { dismissRefusal, takeFiles } from '../../store/editor-file.ts';
import { matchFiles } from '../../store/file-matching.ts';
import { useProducts } from '../../store/products.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useFilePicker } from '../../ui/use-file-picker.tsx';
import { useOffer } from '../../ui/use-offer.ts';
import { shown } from '../../ui/visible-text.ts';
import editor from './editor.module.css';
import { FileCard } from './file-card.tsx';
import { PartFindings } from './part-findings.tsx';
import { partId } from './part-ids.ts';

/** The file: what is there, what becomes of it, and the ways to give another. */
export function FileSection({ isLocked }: { readonly isLocked: boolean }): ReactElement {
  const intake = useEditor((state) => state.intake);
  const subject = useEditor((state) => state.subject);
  const shownProduct = useProducts((state) => state.currentId);
  const canMatch =
    intake.kind === 'refused' && intake.files.length > 0 && subject?.productId === shownProduct;
  const section = useRef<HTMLElement>(null);
  const picker = useFilePicker(texts.file.choose, (files) => void takeFiles(files));

  const choose = () => {
    if (picker.choose()) return;
    // A menu is not a click on the page, and only that may open the dialog: the next key press will.
    section.current?.querySelector<HTMLElement>('[data-choose-file]')?.focus();
    announce(texts.file.choose);
  };
  useOffer('choose-file', isLocked ? null : choose);

  return (
    <section ref={section} id={partId('file')} aria-labelledby="editor-file" className={editor.section}>
      <h3 id="editor-file" className={editor.sectionTitle}>
        {texts.file.title}
      </h3>
      {picker.input}
      {intake.kind === 'refused' && (
        <Banner
          tone="danger"
          role="alert"
          onDismiss={dismissRefusal}
          actions={
            canMatch ? (
              <Button
                onPress={() => {
                  dismissRefusal();
                  void matchFiles(intake.files);
                }}
              >
                {texts.matching.instead}
              </Button>
            ) : undefined
          }
        >
          <strong>{texts.file.notTaken(shown(intake.name))}.</strong> {shown(intake.message)}{' '}
          {shown(intake.remedy)}
        </Banner>
      )}
      {intake.kind === 'copying' ? (
        <div className={editor.card}>
          <p>{texts.file.copying(shown(intake.name))}</p>
          <ProgressBar
            label={texts.file.copying(shown(intake.name))}
            share={null}
            words={texts.file.copying(shown(intake.name))}
          />
        </div>
      ) : (
        <FileCard isLocked={isLocked} onChoose={choose} />
      )}
      <PartFindings part="file" />
    </section>
  );
}
