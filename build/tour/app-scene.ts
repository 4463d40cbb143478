import { type App, launchApp } from '../../test/e2e/support/app.ts';
import { makeTourFolder, type TourFolder } from './built-files.ts';
import { patience } from './see.ts';
import type { Scene } from './tour.ts';

/** The app, started for the first time, with files to drop on it. */
export interface AppScene extends Scene {
  readonly app: App;
  readonly folder: TourFolder;
  /** A drag that has not been let go yet. */
  drag: { readonly drop: () => Promise<void> } | null;
}

/** @param env added to the app's environment */
export async function openApp(
  folder: TourFolder = makeTourFolder(),
  env: Record<string, string> = {},
): Promise<AppScene> {
  const app = await launchApp({ userData: folder.userData, env });
  app.page.setDefaultTimeout(patience);
  return {
    app,
    folder,
    page: app.page,
    drag: null,
    pageErrors: app.pageErrors,
    close: async () => {
      await app.quit();
      folder.remove();
    },
  };
}
