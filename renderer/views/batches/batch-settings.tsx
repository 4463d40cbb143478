import { type FormEvent, type ReactElement, useId, useState } from 'react';
import type { Batch } from '../../../electron/model/batch.ts';
import { changeBatch } from '../../store/batch-actions.ts';
import { texts } from '../../texts/texts.ts';
import field from '../../ui/field.module.css';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './batches.module.css';

/** Its name, what becomes of the rest when one fails, and when it begins. */
export function BatchSettings({ batch }: { readonly batch: Batch }): ReactElement {
  const { id, name, onFailure, startAt } = batch;
  const [typed, setTyped] = useState(name);
  const words = texts.batches;

  const rename = () => {
    const next = typed.trim();
    if (next === '') setTyped(name);
    else if (next !== name) void changeBatch(id, { name: next });
  };
  return (
    <form
      className={styles.settings}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        rename();
      }}
    >
      <div className={styles.nameField}>
        <TextField label={words.name} value={typed} onChange={setTyped} onBlur={rename} maxLength={200} />
      </div>
      <Select
        label={words.onFailure}
        selected={onFailure}
        onSelect={(next) => void changeBatch(id, { onFailure: next })}
        choices={[
          { key: 'stop', text: words.policies.stop },
          { key: 'go-on', text: words.policies['go-on'] },
        ]}
      />
      <Select
        label={words.start}
        selected={startAt === null ? 'now' : 'later'}
        onSelect={(next) => void changeBatch(id, { startAt: next === 'now' ? null : inAnHour() })}
        choices={[
          { key: 'now', text: words.starts.now },
          { key: 'later', text: words.starts.later },
        ]}
      />
      {startAt !== null && <StartTime batchId={id} startAt={startAt} />}
    </form>
  );
}

function StartTime({
  batchId,
  startAt,
}: {
  readonly batchId: string;
  readonly startAt: string;
}): ReactElement {
  const id = useId();
  const now = useNow();
  const hasPassed = Date.parse(startAt) <= now;
  return (
    <div className={field.field}>
      <label className={field.label} htmlFor={id}>
        {texts.batches.startTime}
      </label>
      <input
        id={id}
        type="datetime-local"
        className={field.input}
        value={localTime(new Date(startAt))}
        min={localTime(new Date(now))}
        aria-invalid={hasPassed}
        aria-describedby={`${id}-passed`}
        onChange={({ currentTarget }) => {
          const time = new Date(currentTarget.value);
          if (!Number.isNaN(time.getTime())) void changeBatch(batchId, { startAt: time.toISOString() });
        }}
      />
      <p id={`${id}-passed`} className={field.error}>
        {hasPassed && texts.batches.startPassed}
      </p>
    </div>
  );
}

/** The next full quarter at least an hour from now, ISO 8601. */
function inAnHour(): string {
  const quarterMs = 15 * 60_000;
  return new Date(Math.ceil((Date.now() + 4 * quarterMs) / quarterMs) * quarterMs).toISOString();
}

/** As the input wants it: `2026-11-24T18:42`, by the clock on the wall. */
function localTime(time: Date): string {
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
