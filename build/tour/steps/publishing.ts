import type { Page } from '@playwright/test';
import {
  addMetadata,
  beforePublishing,
  choose,
  editor,
  expectVerified,
  fileSection,
  publishButton,
  saved,
  setLatest,
} from '../../../test/e2e/person/editor.ts';
import { startDrag } from '../../../test/e2e/support/files.ts';
import type { AppScene } from '../app-scene.ts';
import { inTheDark } from '../in-the-dark.ts';
import { dark, small } from '../look.ts';
import { bringIntoSight, patience, see, seeNoMore } from '../see.ts';
import type { Step } from '../tour.ts';

const promise = (page: Page) => page.getByText('Add the file of 2.4.0');

const dragging: Step<AppScene> = {
  name: 'A file is dragged over it',
  run: async (scene) => {
    scene.drag = await startDrag(fileSection(scene.page), [await scene.folder.plugin('2.4.0')]);
    await see(promise(scene.page));
  },
};

const dropped: Step<AppScene> = {
  name: 'The file is dropped and looked into',
  run: async (scene) => {
    await scene.drag?.drop();
    await see(fileSection(scene.page).getByText('dev.northwind.claims.ClaimsPlugin'));
    await saved(scene.page);
  },
};

const edited: Step<AppScene> = {
  name: 'Fields are edited',
  run: async ({ page }) => {
    await choose(page, 'Status', 'Published');
    await addMetadata(page, 'changelog', 'Claims can be sold.');
    await setLatest(page, true);
    await see(editor(page).getByText('2.3.0 will no longer be the latest.'));
    await saved(page);
  },
};

const licenseDialog = (page: Page) => page.getByRole('dialog', { name: 'Choose licenses' });

const licenses: Step<AppScene> = {
  name: 'Licenses are chosen',
  run: async ({ page }) => {
    await editor(page).getByRole('button', { name: 'Choose licenses…' }).click();
    const dialog = licenseDialog(page);
    await dialog.getByRole('option', { name: 'Aino Virtanen' }).click();
    await dialog.getByRole('option', { name: 'Kofi Mensah' }).click();
    await see(dialog.getByText('2 of at most 30 chosen'));
  },
};

const finding: Step<AppScene> = {
  name: 'A problem and its mend',
  run: async ({ page }) => {
    await page.getByRole('button', { name: 'Done' }).click();
    await beforePublishing(page).getByRole('button', { name: 'Licenses: go to the problem' }).click();
    await see(editor(page).getByRole('button', { name: 'Remove the licenses' }));
  },
};

const mended: Step<AppScene> = {
  name: 'One click mends it',
  run: async ({ page }) => {
    await editor(page).getByRole('button', { name: 'Remove the licenses' }).click();
    await seeNoMore(beforePublishing(page));
    await see(editor(page).getByText('All licenses of the product get this release.'));
    await saved(page);
  },
};

const inFull: Step<AppScene> = {
  name: 'The draft from its beginning',
  run: async ({ page }) => {
    await bringIntoSight(editor(page).getByText('What changes', { exact: true }));
    await see(editor(page).getByRole('button', { name: 'Published Status' }));
  },
};

const comparison = (page: Page) => editor(page).getByRole('table', { name: 'Comparison' });

const compared: Step<AppScene> = {
  name: 'The draft is compared',
  run: async ({ page }) => {
    await editor(page).getByText('Compare', { exact: true }).click();
    await see(comparison(page));
  },
};

const onlyChanges: Step<AppScene> = {
  name: 'Only what changes is compared',
  run: async ({ page }) => {
    await editor(page).getByText('Only what changes', { exact: true }).click();
    await seeNoMore(editor(page).getByRole('rowheader', { name: 'Version', exact: true }));
  },
};

const published: Step<AppScene> = {
  name: 'Published and verified',
  run: async ({ page }) => {
    await editor(page).getByText('Edit', { exact: true }).click();
    await publishButton(page).click();
    await expectVerified(page, patience);
    await see(editor(page).getByText('No changes', { exact: true }));
  },
};

const fileQuestion = (page: Page) => page.getByRole('alertdialog', { name: 'Remove the file of 2.4.0?' });

const removing: Step<AppScene> = {
  name: 'Removing a file is asked about',
  run: async ({ page }) => {
    await fileSection(page).getByRole('button', { name: 'Remove…' }).click();
    await see(fileQuestion(page));
  },
};

const left: Step<AppScene> = {
  name: 'Who cancels keeps the file',
  run: async ({ page }) => {
    await fileQuestion(page).getByRole('button', { name: 'Cancel' }).click();
    await seeNoMore(fileQuestion(page));
    await see(editor(page).getByText('No changes', { exact: true }));
  },
};

/** The main job: a file dropped on a release, its fields edited, published, and seen verified. */
export const publishing: readonly Step<AppScene>[] = [
  dragging,
  inTheDark(dragging, promise),
  dropped,
  edited,
  licenses,
  inTheDark(licenses, (page) => licenseDialog(page).getByText('2 of at most 30 chosen')),
  finding,
  mended,
  inFull,
  { ...inFull, name: 'The draft in the dark', look: dark },
  { ...inFull, name: 'The draft in a small window', look: small },
  compared,
  inTheDark(compared, comparison),
  onlyChanges,
  published,
  {
    name: 'Verified in the dark',
    look: dark,
    run: ({ page }) => see(editor(page).getByText(/^Verified /)),
  },
  removing,
  inTheDark(removing, fileQuestion),
  left,
];
