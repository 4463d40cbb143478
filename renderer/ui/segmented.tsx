import type { ReactElement } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './segmented.module.css';

type Props<K extends string> = {
  readonly label: string;
  readonly choices: readonly { readonly key: K; readonly text: string }[];
  readonly selected: K;
  readonly onSelect: (key: K) => void;
};

/** Two or three views of the same thing, one of which is shown. */
export function Segmented<K extends string>({ label, choices, selected, onSelect }: Props<K>): ReactElement {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={cx(styles.group)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const choice = choices.find(({ key }) => keys.has(key));
        if (choice !== undefined) onSelect(choice.key);
      }}
    >
      {choices.map(({ key, text }) => (
        <ToggleButton key={key} id={key} className={cx(styles.choice)}>
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
