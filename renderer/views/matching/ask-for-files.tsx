import type { ReactElement } from 'react';
import { endMatching, matchFiles } from '../../store/file-matching.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { FileTarget } from '../../ui/file-target.tsx';

/** The way in without a drag over the list: files are chosen, or dropped here. */
export function AskForFiles(): ReactElement {
  const words = texts.matching;
  return (
    <>
      <FileTarget
        title={words.chooseTitle}
        text={words.chooseText}
        choose={words.choose}
        multiple
        onFiles={(files) => void matchFiles(files)}
      />
      <DialogActions>
        <Button onPress={endMatching}>{texts.common.cancel}</Button>
      </DialogActions>
    </>
  );
}
