import type { ReactElement } from 'react';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './new-batch-choice.module.css';

type Props = {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly nameLabel: string;
  readonly name: string;
  readonly onName: (name: string) => void;
};

/** Whether the drafts that are made go into a new batch, and what it is called. */
export function NewBatchChoice(props: Props): ReactElement {
  return (
    <div className={styles.choice}>
      <Switch isSelected={props.isChosen} onChange={props.onChoose}>
        {props.label}
      </Switch>
      {props.isChosen && (
        <TextField
          label={props.nameLabel}
          labelHidden
          value={props.name}
          maxLength={200}
          onChange={props.onName}
        />
      )}
    </div>
  );
}
