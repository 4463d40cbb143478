import type { ReactElement } from 'react';
import type { Result } from '../../electron/model/failure.ts';
import { AddByIdForm, type AddByIdWords } from './add-by-id-form.tsx';
import { Dialog } from './dialog.tsx';

type Props = {
  readonly words: AddByIdWords;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onAdd: (id: string, name: string) => Promise<Result<unknown>>;
};

/** Asks for the id and a name of something the server has no list of. */
export function AddByIdDialog({ words, isOpen, onClose, onAdd }: Props): ReactElement {
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={onClose}>
      <AddByIdForm words={words} onClose={onClose} onAdd={onAdd} />
    </Dialog>
  );
}
