import { type ReactElement, useState } from 'react';
import type { StoredFile } from '../../../electron/model/release.ts';
import { removeFile } from '../../store/editor-file.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseFileButton } from './choose-file-button.tsx';
import editor from './editor.module.css';
import styles from './file-card.module.css';
import { FileLine } from './file-line.tsx';
import { RemoveFileDialog } from './remove-file-dialog.tsx';
import { StoredFileFacts } from './stored-file-facts.tsx';

type Props = { readonly stored: StoredFile; readonly isLocked: boolean; readonly onChoose: () => void };

/** The stored file stays. */
export function KeptFileCard({ stored, isLocked, onChoose }: Props): ReactElement {
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={editor.card}>
      <FileLine name={stored.name} size={stored.size} />
      <p className={editor.hint}>{texts.file.stays}</p>
      <StoredFileFacts file={stored} />
      <div className={styles.actions}>
        <ChooseFileButton isLocked={isLocked} onChoose={onChoose}>
          {texts.file.replace}
        </ChooseFileButton>
        <Button kind="quiet" isDisabled={isLocked} onPress={() => setAsking(true)}>
          {texts.file.remove}
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
