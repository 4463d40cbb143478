import { type ClipboardEvent, useState } from 'react';
import { count } from '../format.ts';
import { announce } from '../store/announcements.ts';
import { texts } from '../texts/texts.ts';

type Limit = {
  /** Of the field, for what is said. */
  readonly label: string;
  /** In characters: what the field holds. */
  readonly most: number | undefined;
  /** What is said to be the most, where the field holds more so that it can be mended there. */
  readonly takes: number | undefined;
};

type PasteLimit = {
  /** That a text was not pasted, and why; null as soon as something else has happened in the field. */
  readonly refusal: string | null;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  readonly forget: () => void;
};

/** Pastes all of a text or nothing: the system would cut it without a word. What stood in the field stays. */
export function usePasteLimit({ label, most, takes = most }: Limit): PasteLimit {
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    refusal,
    forget: () => setRefusal(null),
    onPaste: (event) => {
      if (most === undefined || takes === undefined) return;
      const pasted = event.clipboardData.getData('text/plain').length;
      const { value, selectionStart, selectionEnd } = event.currentTarget;
      const replaced = (selectionEnd ?? 0) - (selectionStart ?? 0);
      if (value.length - replaced + pasted <= most) return setRefusal(null);
      event.preventDefault();
      const said = texts.common.notPasted(label, count(pasted), count(takes));
      setRefusal(said);
      announce(said);
    },
  };
}
