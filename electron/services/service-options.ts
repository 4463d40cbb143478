import type { Clock } from '../clock.ts';
import type { Log } from '../diagnostics/log.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { SystemCommand } from '../model/system-command.ts';
import type { UpdatesOff } from '../model/update.ts';
import type { JobRecord } from '../publish/job-record.ts';
import type { FolderLock } from '../store/folder-lock.ts';
import type { PublishingMark } from '../store/publishing-mark.ts';
import type { Updater } from '../updates/updater.ts';
import type { SavePlaces } from './exports.ts';

/** What the app's inside is built with. */
export interface ServiceOptions {
  /** Made, private to the user, if it is not there. */
  dataFolder: string;
  /** Where keys are kept, or null where the system has no keyring: then they last for the session. */
  keyring: KeyStore | null;
  /** Why there is no keyring, as a sentence. */
  keyringProblem: string | null;
  app: { version: string; platform: string; runtime: string };
  /** Where it is written down what happens; nowhere, unless given. */
  log?: Log;
  /** What only the rim can do. */
  rim?: Rim;
  /** What brings new versions of the app, or why nothing does. */
  updater?: Updater | UpdatesOff;
  /** What other processes of the app are told, and tell; nothing, unless given. */
  publishingMark?: PublishingMark;
  clock?: Clock;
  random?: () => number;
  newId?: () => string;
  /** The addresses of this computer on its networks. */
  addresses?: () => readonly string[];
  /** How long a request whose client went away may still be worked on, in ms. */
  settleMs?: number;
  /** The data folder's lock, where the caller holds it already; it is released on closing all the same. */
  lock?: FolderLock;
  /** The window, where there is one. */
  window?: WindowState;
  /** Which of the stored jobs are taken up again; all, unless said otherwise. The others stay as they are. */
  takesUp?: (record: JobRecord) => boolean;
  /** Whether those go on by themselves, as usual, or are held until they are resumed. */
  atStart?: 'go-on' | 'hold';
  /** Whether everything is one batch that ends with the first failure; else only what is in such a batch. */
  stopsAtFailure?: boolean;
}

/** What the services have to know of the window. */
export interface WindowState {
  /** Whether there is a window that shows what is told. */
  isHeard(): boolean;
  /** What a new window shows first; null for what is usual. */
  opensAt(): 'queue' | null;
}

/** What the page can have done around itself. */
export interface Rim {
  /** Brings the log's folder up in the system's file manager. */
  showLogs(): void;
  /** Does with the window or the app what the menu has the system do. */
  system(command: SystemCommand): void;
  /** Says in the menu what would be undone; null for nothing. */
  showUndo(what: string | null): void;
  /** Loads the page anew. */
  reload(): void;
  /** Where files are saved. */
  places: SavePlaces;
}

/** Publishing without a window asks for none of this. */
export const noRim: Rim = {
  showLogs: () => undefined,
  system: () => undefined,
  showUndo: () => undefined,
  reload: () => undefined,
  places: { ask: async () => null, show: () => undefined, region: () => 'en' },
};

/** Nobody reads what is told: whoever publishes without a window listens to the events. */
export const noWindow: WindowState = { isHeard: () => true, opensAt: () => null };

/** No other process has to know. */
export const noMark: PublishingMark = {
  hold: () => ({ release: () => undefined }),
  isHeld: () => false,
  takeAlone: () => ({ release: () => undefined }),
};
