import { type DragEvent, type ReactElement, useState } from 'react';
import { endMatching, matchFiles } from '../../store/file-matching.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { droppedFiles, hasFiles } from '../../ui/dropped-files.ts';
import { Icon } from '../../ui/icon.tsx';
import { useFilePicker } from '../../ui/use-file-picker.tsx';
import styles from './matching.module.css';

/** The way in without a drag over the list: files are chosen, or dropped here. */
export function AskForFiles(): ReactElement {
  const [isOver, setOver] = useState(false);
  const words = texts.matching;
  const picker = useFilePicker(words.choose, (files) => void matchFiles(files), { multiple: true });

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
    void matchFiles(droppedFiles(event.dataTransfer).files);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files are also chosen with the button */}
      <div
        className={cx(styles.target, isOver && styles.over)}
        onDragOver={onDragOver}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="drop" size={20} />
        <strong>{words.chooseTitle}</strong>
        <p className={styles.hint}>{words.chooseText}</p>
        {picker.input}
        <Button kind="primary" autoFocus onPress={() => void picker.choose()}>
          {words.choose}
        </Button>
      </div>
      <DialogActions>
        <Button onPress={endMatching}>{texts.common.cancel}</Button>
      </DialogActions>
    </>
  );
}
