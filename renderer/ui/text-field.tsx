import type { FocusEvent, ReactElement, ReactNode } from 'react';
import { TextField as AriaTextField, Input, Label } from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './field.module.css';
import { FieldNotes } from './field-notes.tsx';
import { usePasteLimit } from './use-paste-limit.ts';

type Props = {
  readonly label: string;
  /** The label is only for screen readers: something else on the screen says it. */
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly hint?: string | undefined;
  /** What is wrong with the value; null when nothing is. */
  readonly error?: string | null;
  readonly placeholder?: string;
  readonly mono?: boolean;
  readonly isDisabled?: boolean;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly type?: 'text' | 'url' | 'password';
  readonly name?: string;
  readonly autoFocus?: boolean;
  /** All of it is selected when it is focused, for the next key to replace. */
  readonly selectsAll?: boolean;
  /** In characters. A longer text is not pasted, which is said. */
  readonly maxLength?: number;
  /** How long the text may be, where the field holds more so that it can be mended there. */
  readonly takes?: number;
  /** Stands at the end of the input, for example a button that shows a password. */
  readonly after?: ReactNode;
  /** The first thing to be focused when its pane is gone to. */
  readonly isPaneFirst?: boolean;
};

/** A line of text with its label, a hint, and what is wrong with it. */
export function TextField(props: Props): ReactElement {
  const { label, labelHidden = false, value, hint, after } = props;
  const paste = usePasteLimit({ label, most: props.maxLength, takes: props.takes });
  const error = paste.refusal ?? props.error ?? null;
  const onChange = (next: string) => {
    paste.forget();
    props.onChange(next);
  };
  return (
    <AriaTextField
      className={cx(styles.field)}
      value={value}
      onChange={onChange}
      {...(props.onBlur !== undefined && { onBlur: props.onBlur })}
      isInvalid={error !== null || props.isInvalid === true}
      isDisabled={props.isDisabled ?? false}
      type={props.type ?? 'text'}
      {...(props.name !== undefined && { name: props.name })}
      {...(props.maxLength !== undefined && { maxLength: props.maxLength })}
      {...(props.describedBy !== undefined && { 'aria-describedby': props.describedBy })}
      autoFocus={props.autoFocus ?? false}
      autoComplete="off"
      spellCheck="false"
    >
      <Label className={labelHidden ? 'visually-hidden' : cx(styles.label)}>{label}</Label>
      <div className={cx(styles.withAfter)}>
        <Input
          {...(props.isPaneFirst === true && { 'data-pane-first': '' })}
          className={cx(styles.input, props.mono && styles.mono)}
          onPaste={paste.onPaste}
          {...(props.selectsAll === true && { onFocus: selectAll })}
          {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
        />
        {after}
      </div>
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  );
}

function selectAll({ currentTarget }: FocusEvent<HTMLInputElement>): void {
  currentTarget.select();
}
