import type { ReactElement } from 'react';
import type { StoredFile } from '../../../electron/model/release.ts';
import { keepFile } from '../../store/editor-file.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { ChooseFileButton } from './choose-file-button.tsx';
import editor from './editor.module.css';
import styles from './file-card.module.css';
import { FileLine } from './file-line.tsx';

type Props = { readonly stored: StoredFile; readonly isLocked: boolean; readonly onChoose: () => void };

/** The stored file will be deleted, and the ways out of that. */
export function RemovedFileCard({ stored, isLocked, onChoose }: Props): ReactElement {
  return (
    <div className={cx(editor.card, styles.removed)}>
      <FileLine name={stored.name} size={stored.size} />
      <p className={styles.danger}>{texts.file.willBeRemoved}</p>
      <div className={styles.actions}>
        <Button isDisabled={isLocked} onPress={keepFile}>
          {texts.file.keep}
        </Button>
        <ChooseFileButton isLocked={isLocked} onChoose={onChoose}>
          {texts.file.replace}
        </ChooseFileButton>
      </div>
    </div>
  );
}
