import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Failure, Result } from '../../electron/model/failure.ts';
import { texts } from '../texts/texts.ts';
import styles from './add-by-id-form.module.css';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { DialogActions } from './dialog-actions.tsx';
import { FailureText } from './failure-text.tsx';
import { TextField } from './text-field.tsx';

export type AddByIdWords = {
  readonly title: string;
  readonly text: string;
  readonly id: string;
  readonly name: string;
  readonly add: string;
  readonly missingId: string;
  readonly missingName: string;
};

type Props = {
  readonly words: AddByIdWords;
  readonly onClose: () => void;
  readonly onAdd: (id: string, name: string) => Promise<Result<unknown>>;
};

/** The form of `AddByIdDialog`: its own component, so that each opening begins with an empty one. */
export function AddByIdForm({ words, onClose, onAdd }: Props): ReactElement {
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // Drawn at once: a field that is not marked yet could not be found.
    flushSync(() => setTried(true));
    if (id.trim() === '' || name.trim() === '') {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setBusy(true);
    setFailure(null);
    const answer = await onAdd(id.trim(), name.trim());
    setBusy(false);
    if (answer.ok) onClose();
    else setFailure(answer.failure);
  };

  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
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
