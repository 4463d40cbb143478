import { join } from 'node:path';
import type { SavePlaces } from '../../electron/services/exports.ts';

/** A person who saves everything into one folder under the name that is proposed, or changes their mind. */
export interface Saver extends SavePlaces {
  /** What the next file is put at; null: it is not saved after all. */
  answer(name: string): string | null;
  /** BCP 47. */
  locale: string;
  /** What was shown in the file manager. */
  readonly shown: string[];
}

export function saverTo(folder: string): Saver {
  const saver: Saver = {
    answer: (name) => join(folder, name),
    locale: 'en',
    shown: [],
    region: () => saver.locale,
    ask: async ({ name }) => saver.answer(name),
    show: (path) => void saver.shown.push(path),
  };
  return saver;
}
