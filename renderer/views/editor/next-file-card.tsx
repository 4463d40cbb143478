import type { ReactElement } from 'react';
import type { FileIntent } from '../../../electron/model/draft.ts';
import type { StoredFile } from '../../../electron/model/release.ts';
import { fileSize } from '../../format.ts';
import { keepFile, takeNewerFile } from '../../store/editor-file.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { shown } from '../../ui/visible-text.ts';
import { ArtifactFacts } from './artifact-facts.tsx';
import { ChooseFileButton } from './choose-file-button.tsx';
import editor from './editor.module.css';
import styles from './file-card.module.css';
import { FileLine } from './file-line.tsx';

type Props = {
  readonly next: Extract<FileIntent, { kind: 'replace' }>;
  /** The file it replaces; null when there is none. */
  readonly stored: StoredFile | null;
  readonly isLocked: boolean;
  readonly onChoose: () => void;
};

/** A file in the draft: what it replaces, what is known of it, and whether its original has changed since. */
export function NextFileCard({ next, stored, isLocked, onChoose }: Props): ReactElement {
  const { artifact, source } = next;
  const words = texts.file;
  return (
    <div className={editor.card}>
      <FileLine name={artifact.name} size={artifact.size} isNext />
      <p className={styles.becomes}>
        {stored === null ? words.first : words.replaces(`${shown(stored.name)} (${fileSize(stored.size)})`)}
      </p>
      <ArtifactFacts artifact={artifact} />
      {source === 'changed' && (
        <Banner
          tone="warning"
          actions={
            <Button isDisabled={isLocked} onPress={() => void takeNewerFile()}>
              {words.useNewer}
            </Button>
          }
        >
          {words.changedOnDisk(shown(artifact.name))}
        </Banner>
      )}
      {source === 'missing' && <p className={editor.hint}>{words.sourceGone}</p>}
      <div className={styles.actions}>
        <ChooseFileButton isLocked={isLocked} onChoose={onChoose}>
          {words.another}
        </ChooseFileButton>
        <Button kind="quiet" isDisabled={isLocked} onPress={keepFile}>
          {stored === null ? words.without : words.keep}
        </Button>
      </div>
    </div>
  );
}
