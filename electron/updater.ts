import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { UpdatesOff } from './model/update.ts';
import { createElectronUpdater, type UpdaterParts } from './updates/electron-updater.ts';
import type { Updater } from './updates/updater.ts';
import { whyOff } from './updates/why-off.ts';

/**
 * What brings new versions of this copy of the app, or why nothing does. During development `LUKITTU_UPDATE_CONFIG` can
 * name an `app-update.yml` to look with.
 *
 * @param restart ends the app in good order, then calls back
 */
export function updaterOfThisApp(restart: (install: () => void) => void): Updater | UpdatesOff {
  const { platform, env, execPath: program, resourcesPath } = process;
  const config = app.isPackaged ? undefined : env.LUKITTU_UPDATE_CONFIG;
  const hasSource = resourcesPath !== undefined && existsSync(join(resourcesPath, 'app-update.yml'));
  const why = whyOff({ platform, isPackaged: app.isPackaged, hasSource, program, env });
  if (why !== null && config === undefined) return why;
  return createElectronUpdater(() => load(config), restart);
}

/** Only what is used is loaded, and only when it is. */
async function load(config: string | undefined): Promise<UpdaterParts> {
  const { AppImageUpdater, CancellationToken, MacUpdater, NsisUpdater } = await import('electron-updater');
  const newToken = () => new CancellationToken();
  const parts: UpdaterParts =
    process.platform === 'win32'
      ? { updater: new NsisUpdater(), newToken, extension: '.exe' }
      : process.platform === 'darwin'
        ? { updater: new MacUpdater(), newToken, extension: '.zip' }
        : { updater: new AppImageUpdater(), newToken, extension: '.AppImage' };
  if (config !== undefined) {
    parts.updater.forceDevUpdateConfig = true;
    parts.updater.updateConfigPath = config;
  }
  return parts;
}
