import type { ReactElement } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './combo-field.module.css';
import field from './field.module.css';
import { FieldNotes } from './field-notes.tsx';
import { Icon } from './icon.tsx';
import popup from './popup.module.css';
import { usePasteLimit } from './use-paste-limit.ts';

type Suggestion = { readonly text: string; readonly second: string };

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly suggestions: readonly Suggestion[];
  /** Names the button that shows them. */
  readonly suggestionsLabel: string;
  /** In characters. A longer text is not pasted, which is said. */
  readonly maxLength: number;
};

/** A line of text with suggestions; anything else can be typed as well. */
export function ComboField(props: Props): ReactElement {
  const { label, value, onChange, suggestions, suggestionsLabel, maxLength } = props;
  const paste = usePasteLimit({ label, most: maxLength, takes: maxLength });
  return (
    <ComboBox
      className={cx(field.field)}
      allowsCustomValue
      menuTrigger="focus"
      inputValue={value}
      onInputChange={(text) => {
        paste.forget();
        onChange(text.slice(0, maxLength));
      }}
      isInvalid={paste.refusal !== null}
      defaultItems={suggestions}
      // What is typed is the value, also where it was a suggestion before: Escape gives nothing former back.
      value={suggestions.some(({ text }) => text === value) ? value : null}
      onChange={(key) => key !== null && onChange(String(key))}
    >
      <Label className={cx(field.label)}>{label}</Label>
      <div className={cx(field.withAfter)}>
        <Input className={cx(field.input)} onPaste={paste.onPaste} autoComplete="off" spellCheck="false" />
        {suggestions.length > 0 && (
          <Button aria-label={suggestionsLabel} className={cx(styles.open)}>
            <Icon name="down" size={12} />
          </Button>
        )}
      </div>
      <FieldNotes hint={undefined} error={paste.refusal} />
      <Popover className={cx(popup.popup)} offset={4}>
        {/* It floats beside the dialog: without a name of its own it would be content that belongs nowhere. */}
        <section aria-label={suggestionsLabel}>
          <ListBox className={cx(popup.list)}>
            {({ text, second }: Suggestion) => (
              <ListBoxItem id={text} textValue={text} className={cx(popup.item)}>
                <span className={cx(popup.words)}>{text}</span>
                <span className={cx(popup.second)}>{second}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </section>
      </Popover>
    </ComboBox>
  );
}
