import { type FormEvent, type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Connection, ConnectionReport } from '../../../electron/model/connection.ts';
import type { Failure } from '../../../electron/model/failure.ts';
import { announce } from '../../store/announcements.ts';
import { saveConnection, stopSaving } from '../../store/connections.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { keepFocus } from '../../ui/keep-focus.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ApiKeyField } from './api-key-field.tsx';
import styles from './connect.module.css';
import {
  type FieldErrors,
  type FieldName,
  type FormValues,
  fieldOf,
  formOf,
  missingIn,
  valuesOf,
} from './form-values.ts';
import { LimitFields } from './limit-fields.tsx';

type Props = {
  /** The connection to edit; null for a new one. */
  readonly connection: Connection | null;
  readonly onDone: (report: ConnectionReport) => void;
  readonly onCancel: (() => void) | null;
};

/**
 * Asks for a team, tests it against the server, and says by the field concerned what is wrong. Asking the server can be
 * stopped, also with Escape, and is when the form is left: what was typed stays.
 */
export function ConnectionForm({ connection, onDone, onCancel }: Props): ReactElement {
  const [values, setValues] = useState<FormValues>(() => valuesOf(connection));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isTesting, setTesting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isUnderWay = useRef(false);
  const hasStoredKey = connection !== null && connection.keyHeld !== 'none';
  const words = texts.connect;

  const change = (field: FieldName, next: Partial<FormValues>) => {
    setValues((former) => ({ ...former, ...next }));
    setErrors(({ [field]: _, ...others }) => others);
  };
  const show = (next: FieldErrors) => {
    // Drawn at once: a field that is not marked yet could not be found.
    flushSync(() => setErrors(next));
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const focusButton = (name: 'stop' | 'submit') => () => {
    const button = form.current?.querySelector<HTMLElement>(`button[data-does="${name}"]`);
    button?.focus();
    return button != null;
  };
  useEffect(() => {
    return () => {
      if (isUnderWay.current) void stopSaving();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isTesting) return;
    // It would close the dialog, too, that the form may stand in.
    event.stopPropagation();
    event.preventDefault();
    void stopSaving();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isTesting) return;
    setFailure(null);
    const missing = missingIn(values, hasStoredKey);
    if (Object.keys(missing).length > 0) return show(missing);
    setTesting(true);
    isUnderWay.current = true;
    // The button that was pressed can do nothing meanwhile.
    keepFocus(focusButton('stop'));
    const answer = await saveConnection(connection?.id ?? null, formOf(values));
    isUnderWay.current = false;
    setTesting(false);
    if (answer.ok) return onDone(answer.value);
    keepFocus(focusButton('submit'));
    if (answer.failure.kind === 'cancelled') return announce(words.stopped);
    const field = fieldOf(answer.failure);
    if (field === null) setFailure(answer.failure);
    else show({ [field]: `${answer.failure.message} ${answer.failure.remedy}` });
  };

  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
      noValidate
    >
      <TextField
        label={words.name}
        value={values.name}
        onChange={(name) => change('name', { name })}
        placeholder={words.namePlaceholder}
        maxLength={200}
        error={errors.name ?? null}
        autoFocus
        name="name"
      />
      <TextField
        label={words.serverUrl}
        type="url"
        value={values.serverUrl}
        onChange={(serverUrl) => change('serverUrl', { serverUrl })}
        error={errors.serverUrl ?? null}
        name="serverUrl"
      />
      <TextField
        label={words.teamId}
        value={values.teamId}
        onChange={(teamId) => change('teamId', { teamId })}
        placeholder={words.teamIdPlaceholder}
        mono
        error={errors.teamId ?? null}
        name="teamId"
      />
      <ApiKeyField
        value={values.apiKey}
        onChange={(apiKey) => change('apiKey', { apiKey })}
        error={errors.apiKey ?? null}
        storedHint={hasStoredKey ? (connection.keyHint ?? '') : null}
      />
      <LimitFields values={values} errors={errors} onChange={change} />
      {failure !== null && (
        <Banner tone="danger" role="alert">
          <FailureText failure={failure} />
        </Banner>
      )}
      <div className={styles.actions}>
        {isTesting && (
          <div className={styles.testing} role="status">
            <span>{words.testing}</span>
            <ProgressBar label={words.testing} share={null} words={words.testing} />
          </div>
        )}
        {isTesting ? (
          <Button data-does="stop" onPress={() => void stopSaving()}>
            {texts.common.cancel}
          </Button>
        ) : (
          onCancel !== null && <Button onPress={onCancel}>{texts.common.cancel}</Button>
        )}
        <Button kind="primary" type="submit" data-does="submit" isDisabled={isTesting}>
          {connection === null ? words.connect : words.save}
        </Button>
      </div>
    </form>
  );
}
