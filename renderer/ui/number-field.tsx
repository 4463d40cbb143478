import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { announce } from '../store/announcements.ts';
import { texts } from '../texts/texts.ts';
import { cx } from './class-names.ts';
import styles from './field.module.css';
import { FieldNotes } from './field-notes.tsx';
import { inDigits, steppedBy, wholeNumberIn } from './whole-number.ts';

type Props = {
  readonly label: string;
  readonly value: number;
  /** Called when the field is left, with Enter, and at each step; with NaN for what is no number it takes. */
  readonly onChange: (value: number) => void;
  readonly minValue: number;
  readonly maxValue: number;
  readonly hint?: string;
  readonly error?: string | null;
};

/**
 * A whole number, typed or stepped with the arrow keys. What is typed and is none stays as it is, and that is said:
 * nothing is read out of it.
 */
export function NumberField({ label, value, onChange, hint, error = null, ...range }: Props): ReactElement {
  // Null while nothing is typed: the field shows the value.
  const [typed, setTyped] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const { minValue, maxValue } = range;
  const refusal = texts.common.wholeNumber(inDigits(minValue), inDigits(maxValue));
  const said = isRefused ? refusal : error;
  const current = typed === null ? value : wholeNumberIn(typed, range);

  const take = (next: number) => {
    const isNone = Number.isNaN(next);
    if (!isNone) setTyped(null);
    else if (!isRefused) announce(refusal);
    setRefused(isNone);
    onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stepped = steppedBy(event.key, Number.isNaN(current) ? value : current, range);
    if (stepped !== null) {
      event.preventDefault();
      take(stepped);
    } else if (event.key === 'Enter' && typed !== null) take(current);
  };

  return (
    <TextField
      className={cx(styles.field)}
      value={typed ?? inDigits(value)}
      onChange={(text) => {
        setTyped(text);
        setRefused(false);
      }}
      onBlur={() => {
        if (typed !== null) take(current);
      }}
      isInvalid={said !== null}
      autoComplete="off"
      spellCheck="false"
      inputMode="numeric"
    >
      <Label className={cx(styles.label)}>{label}</Label>
      <Input
        className={cx(styles.input)}
        role="spinbutton"
        aria-valuemin={minValue}
        aria-valuemax={maxValue}
        {...(!Number.isNaN(current) && { 'aria-valuenow': current })}
        onKeyDown={onKeyDown}
      />
      <FieldNotes hint={hint} error={said} />
    </TextField>
  );
}
