import type { ReactElement } from 'react';
import { Button } from './button.tsx';
import { cx } from './class-names.ts';
import styles from './file-target.module.css';
import { Icon } from './icon.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useFilePicker } from './use-file-picker.tsx';

type Props = {
  readonly title: string;
  /** What is taken, and what becomes of it. */
  readonly text: string;
  /** On the button that opens the system's dialog. */
  readonly choose: string;
  readonly multiple?: boolean;
  /** A folder is among what was dropped, never among what was chosen. */
  readonly onFiles: (files: readonly File[], hasFolder: boolean) => void;
};

/** A place in a dialog to drop files on, and the button to choose them instead. */
export function FileTarget({ title, text, choose, multiple = false, onFiles }: Props): ReactElement {
  const { isOver, area } = useFileDrop(onFiles);
  const picker = useFilePicker(choose, (files) => onFiles(files, false), { multiple });

  return (
    <div className={cx(styles.target, isOver && styles.over)} {...area}>
      <Icon name="drop" size={20} />
      <strong>{title}</strong>
      <p className={styles.text}>{text}</p>
      {picker.input}
      <Button kind="primary" autoFocus onPress={() => void picker.choose()}>
        {choose}
      </Button>
    </div>
  );
}
