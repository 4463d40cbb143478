import { texts } from '../texts/texts.ts';
import { notify } from './notices.ts';

/** Puts a text on the clipboard, or says that it could not be. Answers whether it is there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The system lets only a window that has the focus write there.
    notify({ tone: 'danger', message: texts.ids.notCopied, detail: texts.ids.notCopiedRemedy });
    return false;
  }
}
