import type { ReactElement } from 'react';
import { NumberField as AriaNumberField, Input, Label } from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './field.module.css';
import { FieldNotes } from './field-notes.tsx';

type Props = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly minValue: number;
  readonly maxValue: number;
  readonly hint?: string;
  readonly error?: string | null;
};

/** A whole number, typed or stepped with the arrow keys. NaN while it is empty. */
export function NumberField({ label, hint, error = null, ...props }: Props): ReactElement {
  return (
    <AriaNumberField {...props} className={cx(styles.field)} isInvalid={error !== null}>
      <Label className={cx(styles.label)}>{label}</Label>
      <Input className={cx(styles.input)} />
      <FieldNotes hint={hint} error={error} />
    </AriaNumberField>
  );
}
