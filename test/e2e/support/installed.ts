import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UpdateFeed } from '../../support/update-feed.ts';

/** An AppImage that looks for its updates at a feed. */
export interface Installed {
  readonly program: string;
  /** For the app's environment. */
  readonly env: Record<string, string>;
}

/** @param folder where the program and what belongs to it are put */
export function installAppImage(folder: string, feed: UpdateFeed): Installed {
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'Lukittu.AppImage');
  writeFileSync(program, '#!/bin/sh\n');
  chmodSync(program, 0o755);
  const config = join(folder, 'app-update.yml');
  writeFileSync(config, `provider: generic\nurl: ${feed.origin}\nupdaterCacheDirName: updater\n`);
  const env = {
    APPIMAGE: program,
    LUKITTU_UPDATE_CONFIG: config,
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_CONFIG_HOME: join(folder, 'config'),
  };
  return { program, env };
}
