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
  /** Undoes what keeps the app from working. */
  mend: (() => void) | null;
  /**
   * Ends the app as a power cut would, and starts it again on the same data, to which `meanwhile` may have done
   * something: `app` and `page` are the new ones.
   */
  crash(meanwhile?: () => void): Promise<void>;
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
    mend: null,
    pageErrors: () => live.app.pageErrors(),
    crash: async (meanwhile) => {
      await live.app.kill();
      meanwhile?.();
      live.app = await start();
    },
    close: async () => {
      await live.app.quit();
      folder.remove();
    },
  };
}
