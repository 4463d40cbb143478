import { type ReactElement, useId, useRef, useState } from 'react';
import type { Batch } from '../../../electron/model/batch.ts';
import { changeBatch, rememberStart, typeStart } from '../../store/batch-changes.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import field from '../../ui/field.module.css';
import { Select } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './batch-detail.module.css';

/** What becomes of the rest when one fails, and when the batch begins. */
export function BatchSettings({ batch }: { readonly batch: Batch }): ReactElement {
  const { onFailure, startAt } = batch;
  const words = texts.batches;
  return (
    <div className={styles.settings}>
      <Select
        label={words.onFailure}
        labelHidden
        look="filter"
        selected={onFailure}
        onSelect={(next) => void changeBatch(batch, { onFailure: next })}
        choices={[
          { key: 'stop', text: words.policies.stop },
          { key: 'go-on', text: words.policies['go-on'] },
        ]}
      />
      <Select
        label={words.start}
        labelHidden
        look="filter"
        isNarrowing={startAt !== null}
        selected={startAt === null ? 'now' : 'later'}
        onSelect={(next) => void changeBatch(batch, { startAt: next === 'now' ? null : inAnHour() })}
        choices={[
          { key: 'now', text: words.starts.now },
          { key: 'later', text: words.starts.later },
        ]}
      />
      {startAt !== null && <StartTime batch={batch} startAt={startAt} />}
    </div>
  );
}

type StartTimeProps = { readonly batch: Batch; readonly startAt: string };

function StartTime({ batch, startAt }: StartTimeProps): ReactElement {
  const id = useId();
  const earliest = useNow((now) => localTime(new Date(now)));
  const hasPassed = useNow((now) => Date.parse(startAt) <= now);
  const [typed, setTyped] = useState<string | null>(null);
  const former = useRef(batch);
  const words = texts.batches;
  return (
    <>
      <input
        type="datetime-local"
        aria-label={words.startTime}
        className={cx(field.input, styles.time)}
        // What is being typed stays as it is typed: to be given another value ends it.
        value={typed ?? localTime(new Date(startAt))}
        min={earliest}
        aria-invalid={hasPassed}
        aria-describedby={`${id}-passed`}
        onFocus={() => {
          former.current = batch;
        }}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const time = new Date(currentTarget.value);
          if (!Number.isNaN(time.getTime())) void typeStart(batch, time.toISOString());
        }}
        onBlur={() => {
          setTyped(null);
          rememberStart(former.current);
        }}
      />
      <p id={`${id}-passed`} className={field.error} role="status">
        {hasPassed && words.startPassed}
      </p>
    </>
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
