import { type DragEvent, type ReactElement, useState } from 'react';
import { Button } from './button.tsx';
import { cx } from './class-names.ts';
import { droppedFiles, hasFiles } from './dropped-files.ts';
import styles from './file-target.module.css';
import { Icon } from './icon.tsx';
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
  const [isOver, setOver] = useState(false);
  const picker = useFilePicker(choose, (files) => onFiles(files, false), { multiple });

  const onDragOver = (event: DragEvent) => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    setOver(false);
    const { files, hasFolder } = droppedFiles(event.dataTransfer);
    onFiles(files, hasFolder);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are also chosen with the button
    <div
      className={cx(styles.target, isOver && styles.over)}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
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
