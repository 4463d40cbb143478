import { type App, type LaunchOptions, launchApp } from '../../test/e2e/support/app.ts';
import { makeTourFolder, type TourFolder } from './built-files.ts';
import { patience } from './see.ts';
import type { Scene } from './tour.ts';

/** The app, started for the first time, with files to drop on it. */
export interface AppScene extends Scene {
  readonly app: App;
  readonly folder: TourFolder;
  /** A drag that has not been let go yet. */
  drag: { readonly drop: () => Promise<void> } | null;
  /** Ends the app as a power cut would, and starts it again on the same data: `app` and `page` are the new ones. */
  crash(): Promise<void>;
}

export async function openApp(
  folder: TourFolder = makeTourFolder(),
  options: Pick<LaunchOptions, 'env' | 'args'> = {},
): Promise<AppScene> {
  const start = async (): Promise<App> => {
    const started = await launchApp({ userData: folder.userData, ...options });
    started.page.setDefaultTimeout(patience);
    return started;
  };
  const live = { app: await start() };
  return {
    get app() {
      return live.app;
    },
    get page() {
      return live.app.page;
    },
    folder,
    drag: null,
    pageErrors: () => live.app.pageErrors(),
    crash: async () => {
      await live.app.kill();
      live.app = await start();
    },
    close: async () => {
      await live.app.quit();
      folder.remove();
    },
  };
}
