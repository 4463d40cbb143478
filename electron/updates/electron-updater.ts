import type { AppUpdater, CancellationToken, ProgressInfo, UpdateInfo } from 'electron-updater';
import { type AppError, appError, failureFrom } from '../errors.ts';
import type { Update } from '../model/update.ts';
import { words } from '../texts/words.ts';
import { plainNotes } from './plain-notes.ts';
import type { Updater } from './updater.ts';

/** What makes electron-updater's part for this system, and what it needs to break a download off. */
export interface UpdaterParts {
  readonly updater: AppUpdater;
  readonly newToken: () => CancellationToken;
  /** How the names of the files end that this system is updated with. */
  readonly extension: string;
}

/**
 * Electron-updater behind the app's own interface. It fetches nothing by itself; what was fetched it also installs when
 * the app quits.
 *
 * @param load is called once, when it is first needed
 * @param restart ends the app in good order, then calls back
 */
export function createElectronUpdater(
  load: () => Promise<UpdaterParts>,
  restart: (install: () => void) => void,
): Updater {
  let loaded: Promise<UpdaterParts> | null = null;
  let prepared: UpdaterParts | null = null;
  let underWay: Promise<unknown> = Promise.resolve();
  const parts = (): Promise<UpdaterParts> => {
    loaded ??= load().then((made) => {
      prepared = prepare(made);
      return prepared;
    });
    return loaded;
  };

  return {
    look: async () => {
      const { updater, extension } = await parts();
      try {
        const found = await updater.checkForUpdates();
        return found?.isUpdateAvailable ? updateOf(found.updateInfo, extension) : null;
      } catch (error) {
        throw lookFailure(error);
      }
    },
    fetch: async (progress, signal) => {
      const { updater, newToken } = await parts();
      // While one is being broken off, electron-updater answers for that one.
      await underWay.catch(() => undefined);
      const token = newToken();
      const stop = (): void => token.cancel();
      const tell = ({ transferred, total }: ProgressInfo): void => progress(transferred, total);
      signal.addEventListener('abort', stop);
      updater.on('download-progress', tell);
      try {
        signal.throwIfAborted();
        underWay = updater.downloadUpdate(token);
        await underWay;
      } catch (error) {
        throw signal.aborted ? appError('cancelled', { applied: 'no' }) : fetchFailure(error);
      } finally {
        updater.off('download-progress', tell);
        signal.removeEventListener('abort', stop);
      }
    },
    // On macOS the system has it already, and ends nothing when it puts it in place.
    holdBack: () => {
      if (prepared) prepared.updater.autoInstallOnAppQuit = false;
    },
    restart: () => {
      void parts().then(({ updater }) => restart(() => updater.quitAndInstall(false, true)));
    },
  };
}

function prepare(made: UpdaterParts): UpdaterParts {
  const { updater } = made;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = true;
  updater.logger = null;
  updater.on('error', () => undefined); // whoever asked is told
  return made;
}

function updateOf({ version, releaseNotes, files }: UpdateInfo, extension: string): Update {
  const notes = Array.isArray(releaseNotes)
    ? releaseNotes.map((each) => `${each.version}\n${each.note ?? ''}`).join('\n\n')
    : (releaseNotes ?? '');
  const bytes = files.find(({ url }) => url.endsWith(extension))?.size ?? null;
  return { version, notes: plainNotes(notes), bytes };
}

/** Names that Node and Chromium have for a network that leads nowhere. */
const away =
  /ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN|ERR_(?:INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|NETWORK_CHANGED|ADDRESS_UNREACHABLE|PROXY_CONNECTION_FAILED)/;

function lookFailure(error: unknown): AppError {
  return (
    networkFailure(error) ?? appError('update-failed', { reason: words().server.why.updatePlace }, error)
  );
}

function fetchFailure(error: unknown): AppError {
  if (codeOf(error) === 'ERR_CHECKSUM_MISMATCH') {
    return appError('update-failed', { reason: words().server.why.updateAltered }, error);
  }
  const { kind } = failureFrom(error);
  if (kind === 'disk-full' || kind === 'no-access') return appError(kind, {}, error);
  return networkFailure(error) ?? appError('update-failed', { reason: words().server.why.updateLost }, error);
}

function networkFailure(error: unknown): AppError | null {
  const text = `${codeOf(error)} ${error instanceof Error ? error.message : ''}`;
  if (!away.test(text)) return null;
  return appError('offline', { remedy: words().server.remedies.updateOffline }, error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
