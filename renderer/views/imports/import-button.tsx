import type { ReactElement } from 'react';
import { importDropped } from '../../store/imports.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { useFilePicker } from '../../ui/use-file-picker.tsx';

/** Chooses a plan or CSV file with the system's dialog. */
export function ImportButton(): ReactElement {
  const picker = useFilePicker(texts.plans.title, (files) => importDropped(files, false));
  return (
    <>
      {picker.input}
      <Button kind="quiet" onPress={() => void picker.choose()}>
        {texts.plans.import}
      </Button>
    </>
  );
}
