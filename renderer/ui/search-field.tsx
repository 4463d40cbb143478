import type { ReactElement, Ref } from 'react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { texts } from '../texts/texts.ts';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './search-field.module.css';

type Props = {
  readonly label: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** Text to search for. Escape empties it. */
export function SearchField({ label, value, onChange, autoFocus = false, inputRef }: Props): ReactElement {
  return (
    <AriaSearchField
      aria-label={label}
      {...(value !== undefined && { value })}
      {...(onChange !== undefined && { onChange })}
      autoFocus={autoFocus}
      className={cx(styles.field)}
    >
      <Icon name="search" size={14} />
      <Input
        {...(inputRef !== undefined && { ref: inputRef })}
        className={cx(styles.input)}
        placeholder={label}
      />
      <Button className={cx(styles.clear)} aria-label={texts.common.clear}>
        <Icon name="close" size={12} />
      </Button>
    </AriaSearchField>
  );
}
