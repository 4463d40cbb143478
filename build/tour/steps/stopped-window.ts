import { breakDrawing, brokenDrawing } from '../../../test/e2e/person/breaking.ts';
import { beginRelease, saved, versionField } from '../../../test/e2e/person/editor.ts';
import { chooseProduct, goTo } from '../../../test/e2e/person/window.ts';
import type { AppScene } from '../app-scene.ts';
import { inTheDark } from '../in-the-dark.ts';
import { see } from '../see.ts';
import type { Step } from '../tour.ts';

const stopped: Step<AppScene> = {
  name: 'Drawing the window fails',
  errors: brokenDrawing,
  run: async ({ page }) => {
    await page.getByRole('button', { name: 'Explore the demo team' }).click();
    await page.getByRole('button', { name: 'Open releases' }).click();
    await chooseProduct(page, 'Claims Guard');
    await beginRelease(page);
    await versionField(page).fill('2.5.0');
    await saved(page);
    await breakDrawing(page);
    // It may fail by itself as well: the field need not be there any more.
    await page.keyboard.type('-rc');
    await see(page.getByRole('heading', { name: 'The window stopped' }));
  },
};

const back: Step<AppScene> = {
  name: 'Loaded again, the window has what was typed',
  errors: brokenDrawing,
  run: async ({ page }) => {
    await page.getByRole('button', { name: 'Load the window again' }).click();
    await goTo(page, 'Drafts');
    await see(page.getByRole('grid', { name: 'Drafts' }).getByText('2.5.0'));
  },
};

/** A fault of the app's own: the window says so, and nothing that was typed is lost. */
export const stoppedWindow: readonly Step<AppScene>[] = [
  stopped,
  inTheDark(stopped, (page) => page.getByRole('heading', { name: 'The window stopped' })),
  back,
];
