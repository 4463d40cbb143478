import type { ReactElement } from 'react';
import type { StoredFile } from '../../../electron/model/release.ts';
import { fileSize } from '../../format.ts';
import { useEditor } from '../../store/editor.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { shown } from '../../ui/visible-text.ts';

type Props = {
  readonly file: StoredFile;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onRemove: () => void;
};

/** Asks before the one thing that cannot be had back. */
export function RemoveFileDialog({ file, isOpen, onClose, onRemove }: Props): ReactElement {
  const version = useEditor((state) => state.release?.version ?? '');
  return (
    <Dialog
      role="alertdialog"
      title={texts.file.removeTitle(shown(version))}
      isOpen={isOpen}
      onClose={onClose}
    >
      <p>{texts.file.removeText(shown(file.name), fileSize(file.size))}</p>
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {texts.common.cancel}
        </Button>
        <Button kind="danger" onPress={onRemove}>
          {texts.file.removeConfirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
