import type { ReactElement } from 'react';
import type { DraftPart } from '../../../electron/model/draft.ts';
import { useEditor } from '../../store/editor.ts';
import { discardDraft, publish, publishable } from '../../store/editor-actions.ts';
import { saveAgain } from '../../store/editor-changes.ts';
import { useJobs } from '../../store/jobs.ts';
import { useSession } from '../../store/session.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { FailureText } from '../../ui/failure-text.tsx';
import { focusElement, keepFocus } from '../../ui/keep-focus.ts';
import { focusPaneNamed } from '../../ui/panes.ts';
import { BeforePublishing } from './before-publishing.tsx';
import styles from './editor-footer.module.css';
import { SaveState } from './save-state.tsx';
import { useIsLocked } from './use-editor-job.ts';

type Props = {
  /** Brings a field and what is said of it into view. */
  readonly onPart: (part: DraftPart) => void;
};

/** What stands in the way or should be known, whether the draft is saved, and the two ways out of it. */
export function EditorFooter({ onPart }: Props): ReactElement {
  const { draft, release, fields, pending, saveFailure, publishFailure, publishing } = useEditor();
  // What can be published depends on the queue too.
  useJobs();
  const isLocked = useIsLocked();
  const online = useSession((state) => state.online);
  const state = publishable();
  const waitsForNetwork = state.can && !online;
  const verb = release === null ? texts.editor.publishNew : texts.editor.publish;

  return (
    <div className={styles.footer}>
      {saveFailure !== null && (
        <Banner
          tone="danger"
          role="alert"
          actions={<Button onPress={saveAgain}>{texts.editor.saveAgain}</Button>}
        >
          <p>{texts.editor.notSaved}.</p>
          <FailureText failure={saveFailure} />
        </Banner>
      )}
      {publishFailure !== null && (
        <Banner tone="danger" role="alert">
          <FailureText failure={publishFailure} />
        </Banner>
      )}
      {!isLocked && <BeforePublishing onPart={onPart} />}
      <div className={styles.buttons}>
        <p
          id="publish-state"
          className={cx(styles.state, waitsForNetwork && styles.long)}
          aria-busy={pending > 0}
        >
          <SaveState />
          {!state.can && state.why === 'no-version' && <span>{texts.editor.whyNot[state.why]}</span>}
          {!state.can && state.why === 'blocked' && (
            // Above it is said which and where they are.
            <span className="visually-hidden">{texts.editor.whyNot[state.why]}</span>
          )}
          {waitsForNetwork && <span>{texts.editor.offlineNote}</span>}
        </p>
        {draft !== null && (
          <Button
            kind="quiet"
            isDisabled={isLocked}
            onPress={() => {
              void discardDraft(draft.id, fields.version).then(focusAfterDiscard);
            }}
          >
            {texts.editor.discard}
          </Button>
        )}
        <Button
          kind="primary"
          isDisabled={!state.can || publishing}
          aria-describedby="publish-state"
          onPress={() => {
            void publish().then(focusAfterPublishing);
          }}
        >
          {publishing
            ? texts.editor.starting
            : state.can && state.warnings > 0
              ? texts.editor.withWarnings(verb, state.warnings)
              : verb}
        </Button>
      </div>
    </div>
  );
}

function focusAfterDiscard(): void {
  keepFocus(
    () => focusPaneNamed('detail'),
    () => focusPaneNamed('list'),
  );
}

/** Beside the button that cancels, not on it: the key that published must not also cancel. */
function focusAfterPublishing(): void {
  keepFocus(
    () => focusElement('[data-job]'),
    () => focusPaneNamed('detail'),
  );
}
