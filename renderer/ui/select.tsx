import type { ReactElement, ReactNode } from 'react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { cx } from './class-names.ts';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import popup from './popup.module.css';
import styles from './select.module.css';

export type Choice<K extends string> = {
  readonly key: K;
  readonly text: string;
  /** What is shown instead of the text, for example with a shape. */
  readonly content?: ReactNode;
};

type Props<K extends string> = {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly choices: readonly Choice<K>[];
  /** Null until something is chosen. */
  readonly selected: K | null;
  /** Stands there until then. */
  readonly placeholder?: string;
  readonly onSelect: (key: K) => void;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
  /** `filter`: a quiet one for narrowing a list, marked when it does. */
  readonly look?: 'field' | 'filter';
  readonly isNarrowing?: boolean;
};

/** One of a few choices. */
export function Select<K extends string>(props: Props<K>): ReactElement {
  const { label, choices, selected, onSelect, look = 'field', labelHidden = false } = props;
  return (
    <AriaSelect
      className={look === 'field' ? cx(field.field) : ''}
      value={selected}
      onChange={(key) => {
        const choice = choices.find((each) => each.key === key);
        if (choice !== undefined) onSelect(choice.key);
      }}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      isInvalid={props.isInvalid ?? false}
      {...(props.describedBy !== undefined && { 'aria-describedby': props.describedBy })}
    >
      <Label className={labelHidden ? 'visually-hidden' : cx(field.label)}>{label}</Label>
      <Button className={cx(styles.button, styles[look], props.isNarrowing === true && styles.narrowing)}>
        <SelectValue className={cx(styles.value)}>
          {({ isPlaceholder, defaultChildren }) =>
            isPlaceholder ? <span className={styles.placeholder}>{props.placeholder}</span> : defaultChildren
          }
        </SelectValue>
        <Icon name="down" size={12} />
      </Button>
      <Popover className={cx(popup.popup)} offset={4}>
        <ListBox items={choices} className={cx(popup.list)}>
          {(choice) => (
            <ListBoxItem id={choice.key} textValue={choice.text} className={cx(popup.item)}>
              {({ isSelected }) => (
                <>
                  <span className={cx(popup.mark)}>{isSelected && <Icon name="check" size={14} />}</span>
                  <span className={cx(popup.words)}>{choice.content ?? choice.text}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
