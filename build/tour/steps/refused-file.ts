import {
  beforePublishing,
  fileSection,
  openRelease,
  publishButton,
} from '../../../test/e2e/person/editor.ts';
import { startDrag } from '../../../test/e2e/support/files.ts';
import type { AppScene } from '../app-scene.ts';
import { dark } from '../look.ts';
import { patience, see } from '../see.ts';
import type { Step } from '../tour.ts';

const dragging: Step<AppScene> = {
  name: 'Another file is dragged over a release that has one',
  run: async (scene) => {
    await openRelease(scene.page, '2.2.1');
    scene.drag = await startDrag(fileSection(scene.page), [
      await scene.folder.library('ClaimsGuard-api.jar'),
    ]);
    await see(scene.page.getByText('Replace the file of 2.2.1'));
  },
};

const refused: Step<AppScene> = {
  name: 'The server would refuse the file',
  run: async (scene) => {
    await scene.drag?.drop();
    await see(fileSection(scene.page).getByText(/ClaimsGuard-api\.jar cannot be used/));
    await see(beforePublishing(scene.page).getByRole('button', { name: 'File: go to the problem' }));
    await publishButton(scene.page).and(scene.page.locator(':disabled')).waitFor({ timeout: patience });
  },
};

const folder: Step<AppScene> = {
  name: 'Two files at once are refused where they were dropped',
  run: async ({ page, folder }) => {
    const two = [await folder.plugin('2.2.1'), await folder.plugin('2.2.2')];
    await (await startDrag(fileSection(page), two)).drop();
    await see(page.getByText('A release has one file, and 2 were dropped.'));
  },
};

/** A file the server would refuse is refused here, before it can do harm there. */
export const refusedFile: readonly Step<AppScene>[] = [
  dragging,
  refused,
  {
    name: 'The refused file in the dark',
    look: dark,
    run: ({ page }) => see(fileSection(page).getByText(/cannot be used/)),
  },
  folder,
];
