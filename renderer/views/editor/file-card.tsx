import { type ReactElement, useState } from 'react';
import { fileSize } from '../../format.ts';
import { useEditor } from '../../store/editor.ts';
import { keepFile, removeFile, takeNewerFile } from '../../store/editor-file.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { FileName } from '../../ui/file-name.tsx';
import { Icon } from '../../ui/icon.tsx';
import { shown } from '../../ui/visible-text.ts';
import { ArtifactFacts } from './artifact-facts.tsx';
import editor from './editor.module.css';
import styles from './file-card.module.css';
import { RemoveFileDialog } from './remove-file-dialog.tsx';
import { StoredFileFacts } from './stored-file-facts.tsx';

type Props = { readonly isLocked: boolean; readonly onChoose: () => void };

/** The file there is or will be, and in one sentence what happens to it. */
export function FileCard({ isLocked, onChoose }: Props): ReactElement {
  const file = useEditor((state) => state.file);
  const stored = useEditor((state) => state.release?.file ?? null);
  const [isAsking, setAsking] = useState(false);
  const words = texts.file;

  const choose = (label: string) => (
    <Button isDisabled={isLocked} onPress={onChoose} data-choose-file="">
      {label}
    </Button>
  );

  if (file.kind === 'keep' && stored === null) {
    return (
      <div className={cx(editor.card, styles.none)}>
        <Icon name="drop" size={20} />
        <p className={styles.noneText}>
          <strong>{words.none}</strong> {words.noneText}
        </p>
        {choose(words.choose)}
      </div>
    );
  }
  if (file.kind === 'replace') {
    const { artifact, source } = file;
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
          {choose(words.another)}
          <Button kind="quiet" isDisabled={isLocked} onPress={keepFile}>
            {stored === null ? words.without : words.keep}
          </Button>
        </div>
      </div>
    );
  }
  if (stored === null) return <div className={editor.card}>{choose(words.choose)}</div>;
  if (file.kind === 'remove') {
    return (
      <div className={cx(editor.card, styles.removed)}>
        <FileLine name={stored.name} size={stored.size} />
        <p className={styles.danger}>{words.willBeRemoved}</p>
        <div className={styles.actions}>
          <Button isDisabled={isLocked} onPress={keepFile}>
            {words.keep}
          </Button>
          {choose(words.replace)}
        </div>
      </div>
    );
  }
  return (
    <div className={editor.card}>
      <FileLine name={stored.name} size={stored.size} />
      <StoredFileFacts file={stored} />
      <div className={styles.actions}>
        {choose(words.replace)}
        <Button kind="quiet" isDisabled={isLocked} onPress={() => setAsking(true)}>
          {words.remove}
        </Button>
      </div>
      <RemoveFileDialog
        file={stored}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onRemove={() => {
          setAsking(false);
          removeFile();
        }}
      />
    </div>
  );
}

function FileLine({
  name,
  size,
  isNext = false,
}: {
  name: string;
  size: number;
  isNext?: boolean;
}): ReactElement {
  return (
    <p className={cx(styles.line, isNext && styles.next)}>
      <Icon name="file" />
      <span className={styles.name}>
        <FileName name={name} />
      </span>
      <span className={styles.size}>{fileSize(size)}</span>
    </p>
  );
}
