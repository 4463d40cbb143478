import { type FormEvent, type ReactElement, useState } from 'react';
import type { Failure, Result } from '../../electron/model/failure.ts';
import { texts } from '../texts/texts.ts';
import styles from './add-by-id-dialog.module.css';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { DialogActions } from './dialog-actions.tsx';
import { FailureText } from './failure-text.tsx';
import { TextField } from './text-field.tsx';

type Words = {
  readonly title: string;
  readonly text: string;
  readonly id: string;
  readonly name: string;
  readonly add: string;
  readonly missingId: string;
  readonly missingName: string;
};

type Props = {
  readonly words: Words;
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

/** Its own component, so that each opening begins with an empty form. */
function AddByIdForm({ words, onClose, onAdd }: Omit<Props, 'isOpen'>): ReactElement {
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (id.trim() === '' || name.trim() === '') return;
    setBusy(true);
    setFailure(null);
    const answer = await onAdd(id.trim(), name.trim());
    setBusy(false);
    if (answer.ok) onClose();
    else setFailure(answer.failure);
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles.text}>{words.text}</p>
      <TextField
        label={words.id}
        value={id}
        onChange={setId}
        mono
        autoFocus
        placeholder={texts.connect.teamIdPlaceholder}
        error={isTried && id.trim() === '' ? words.missingId : null}
      />
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        error={isTried && name.trim() === '' ? words.missingName : null}
      />
      {failure !== null && (
        <Banner tone="danger" role="alert">
          <FailureText failure={failure} />
        </Banner>
      )}
      <DialogActions>
        <Button onPress={onClose}>{texts.common.cancel}</Button>
        <Button kind="primary" type="submit" isDisabled={isBusy}>
          {isBusy ? texts.addProduct.adding : words.add}
        </Button>
      </DialogActions>
    </form>
  );
}
