import { useEffect } from 'react';
import { refuse, takeFiles } from '../../store/editor-file.ts';
import { texts } from '../../texts/texts.ts';

/** Files on the clipboard are taken wherever the focus is; a text field could do nothing with them. */
export function usePastedFiles(isLocked: boolean): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      if (isLocked) refuse(files[0]?.name ?? '', texts.file.dropLocked, '');
      else void takeFiles(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [isLocked]);
}
