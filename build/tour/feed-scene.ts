import { installAppImage } from '../../test/e2e/support/installed.ts';
import { startUpdateFeed, type UpdateFeed } from '../../test/support/update-feed.ts';
import { type AppScene, openApp } from './app-scene.ts';
import { makeTourFolder } from './built-files.ts';

/** The app as an AppImage that looks for its updates on this computer. */
export interface FeedScene extends AppScene {
  readonly feed: UpdateFeed;
}

export async function openWithFeed(): Promise<FeedScene> {
  const folder = makeTourFolder();
  const feed = await startUpdateFeed();
  const { env } = installAppImage(folder.path('installed'), feed);
  const scene = await openApp(folder, { env });
  const closeApp = scene.close;
  const close = async (): Promise<void> => {
    await closeApp();
    await feed.close();
  };
  return Object.assign(scene, { feed, close });
}
