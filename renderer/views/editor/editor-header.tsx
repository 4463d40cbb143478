import type { ReactElement } from 'react';
import { shortId } from '../../format.ts';
import { useEditor } from '../../store/editor.ts';
import { texts } from '../../texts/texts.ts';
import { Copyable } from '../../ui/copyable.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LatestMark } from '../../ui/latest-mark.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Status } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { shown } from '../../ui/visible-text.ts';
import type { EditorViewName } from './editor.tsx';
import styles from './editor-header.module.css';

type Props = {
  /** Null while a conflict takes the place of both views. */
  readonly view: EditorViewName | null;
  readonly onView: (view: EditorViewName) => void;
  /** The way back to the list where it has given its place; null where it stands beside. */
  readonly onBack: (() => void) | null;
};

/** What is open: its version, and how it stands on the server now. */
export function EditorHeader({ view, onView, onBack }: Props): ReactElement {
  const release = useEditor((state) => state.release);
  const version = useEditor((state) => state.fields.version);
  const title = release?.version ?? version;

  return (
    <div className={styles.header}>
      <div className={styles.first}>
        {onBack !== null && <IconButton icon="back" label={texts.editor.back} onPress={onBack} />}
        <h2 className={styles.title}>{title === '' ? texts.editor.newRelease : shown(title)}</h2>
        {view !== null && (
          <Segmented
            label={texts.editor.view}
            selected={view}
            onSelect={onView}
            choices={[
              { key: 'edit', text: texts.editor.edit },
              { key: 'compare', text: texts.editor.compare },
            ]}
          />
        )}
      </div>
      <div className={styles.facts}>
        {release === null ? (
          <span>{texts.editor.notOnServer}</span>
        ) : (
          <>
            <span className={styles.strong}>
              <Status status={release.status} />
            </span>
            {release.latest && (
              <span className={styles.strong}>
                <LatestMark word />
              </span>
            )}
            {release.branchName !== null && <span>{shown(release.branchName)}</span>}
            <span>
              {texts.releases.columns.updated} <Time iso={release.updatedAt} />
            </span>
            <Copyable what={texts.editor.releaseId} value={release.id}>
              {shortId(release.id)}
            </Copyable>
          </>
        )}
      </div>
    </div>
  );
}
