import type { Update } from '../model/update.ts';

/** What can look for a new version, fetch it and put it in this one's place. */
export interface Updater {
  /** The newest version, if it is newer than this one. Throws an `AppError`. */
  look(): Promise<Update | null>;
  /**
   * Fetches what was found and checks that it is what was released. Throws an `AppError`: `cancelled` when the signal
   * broke it off.
   */
  fetch(progress: (doneBytes: number, totalBytes: number) => void, signal: AbortSignal): Promise<void>;
  /** Ends the app and starts the new version. */
  restart(): void;
  /** What was fetched is not put in place when the app quits now. */
  holdBack(): void;
}
