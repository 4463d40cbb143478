import type { ComponentProps, ReactElement } from 'react';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { LicenseChoice } from './license-choice.tsx';

type Props = ComponentProps<typeof LicenseChoice> & {
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Chooses licenses from a searchable list; each choice counts at once. */
export function LicensesDialog({ isOpen, onClose, ...choice }: Props): ReactElement {
  return (
    <Dialog title={texts.licenses.choose} isOpen={isOpen} onClose={onClose}>
      <LicenseChoice {...choice} />
      <DialogActions>
        <Button kind="primary" onPress={onClose}>
          {texts.licenses.done}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
