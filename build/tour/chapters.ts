import { inLanguage } from '../../test/e2e/support/language.ts';
import { type AppScene, openApp } from './app-scene.ts';
import { makeTourFolder } from './built-files.ts';
import { damageDatabase } from './damage.ts';
import { type FeedScene, openWithFeed } from './feed-scene.ts';
import { openWithServer, type ServerScene } from './server-scene.ts';
import { afterTheTrain } from './steps/after-the-train.ts';
import { connecting, editedTeam } from './steps/connecting.ts';
import { damagedDatabase } from './steps/damaged-database.ts';
import { emptyPlaces } from './steps/empty-places.ts';
import { finnish } from './steps/finnish.ts';
import { imports } from './steps/imports.ts';
import { menus } from './steps/menus.ts';
import { newVersion } from './steps/new-version.ts';
import { offline } from './steps/offline.ts';
import { places } from './steps/places.ts';
import { publishing } from './steps/publishing.ts';
import { refusedFile } from './steps/refused-file.ts';
import { sending } from './steps/sending.ts';
import { starting } from './steps/starting.ts';
import { stoppedWindow } from './steps/stopped-window.ts';
import { shortLimit, train } from './steps/train.ts';
import type { Chapter } from './tour.ts';

/** What anybody sees who tries the app: the demo team. */
export const demoTeam: Chapter<AppScene> = {
  open: () => openApp(),
  steps: [...starting, ...menus, ...publishing, ...refusedFile, ...places],
};

/** A team on a server that takes four updates in five minutes. */
export const ownTeam: Chapter<ServerScene> = {
  open: () => openWithServer({ requests: 4, windowMs: 300_000 }),
  steps: [...connecting, ...emptyPlaces, ...sending, ...imports, ...editedTeam],
};

export const withoutNetwork: Chapter<ServerScene> = {
  open: () => openWithServer({ requests: 5, windowMs: 300_000 }),
  steps: offline,
};

/** A batch that is prepared on a train. */
export const fromTheTrain: Chapter<ServerScene> = {
  open: () => openWithServer(shortLimit),
  steps: [...train, ...afterTheTrain],
};

/** An AppImage of which there is a newer one. */
export const outdated: Chapter<FeedScene> = {
  open: openWithFeed,
  steps: newVersion,
};

export const faulty: Chapter<AppScene> = {
  open: () => openApp(),
  steps: stoppedWindow,
};

/** The app's database was damaged before the start. */
export const damaged: Chapter<AppScene> = {
  open: () => {
    const folder = makeTourFolder();
    damageDatabase(folder);
    return openApp(folder);
  },
  steps: damagedDatabase,
};

export const inFinnish: Chapter<AppScene> = {
  open: () => openApp(undefined, inLanguage('fi', 'fi_FI')),
  steps: finnish,
};
