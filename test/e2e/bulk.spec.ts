import { expect, type Page } from '@playwright/test';
import { apply, bulkDialog, chooseRelease, chosenFoot, openChange, pick, previewRow } from './person/bulk.ts';
import { connect, connectionsOf } from './person/connect.ts';
import { chosenActions, draftRow, draftRows, mark } from './person/drafts.ts';
import {
  addMetadata,
  beginRelease,
  choose,
  editor,
  openRelease,
  saved,
  versionField,
} from './person/editor.ts';
import { releaseGrid, releaseRow, releaseRows } from './person/list.ts';
import { changesSent } from './person/server.ts';
import { chooseProduct, notices } from './person/window.ts';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/test.ts';

/** How many rows are chosen. */
const chosenRows = (page: Page) => releaseRows(page).and(page.locator('[aria-selected=true]'));
const draftCount = (page: Page) => page.getByRole('navigation').getByRole('button', { name: 'Drafts' });

/** What the drafts say, by the version of their release. */
async function draftsOf(page: Page) {
  const [connection] = await connectionsOf(page);
  const answer = await page.evaluate(
    (connectionId) => window.lukittu['drafts.list']({ connectionId }),
    connection?.id ?? '',
  );
  if (!answer.ok) throw new Error(answer.failure.message);
  return new Map(answer.value.map((draft) => [draft.base?.version ?? draft.fields.version, draft]));
}

test('releases are chosen by mouse and by keyboard, and one is opened as ever', async ({ app, demo }) => {
  const page = await connect(app, demo);
  const grid = releaseGrid(page);

  await test.step('with the mouse', async () => {
    await chooseRelease(page, '2.2.1');
    await expect(chosenFoot(page)).toBeVisible();
    await expect(page.getByText('1 release chosen')).toBeVisible();
    await chooseRelease(page, '2.0.10', { modifiers: ['Shift'] });
    await expect(page.getByText('4 releases chosen')).toBeVisible();
    await releaseRow(page, '1.0.0').click({ modifiers: ['ControlOrMeta'] });
    await expect(page.getByText('5 releases chosen')).toBeVisible();
    await releaseRow(page, '2.2.0').click({ modifiers: ['ControlOrMeta'] });
    await expect(chosenRows(page)).toHaveCount(4);
  });

  await test.step('a click opens a release, and leaves the others chosen', async () => {
    await openRelease(page, '2.1.0');
    await expect(page.getByText('4 releases chosen')).toBeVisible();
  });

  await test.step('with the keyboard', async () => {
    await grid.focus();
    await page.keyboard.press('Escape');
    await expect(chosenFoot(page)).toBeHidden();
    await expect(page.getByText('19 releases', { exact: true })).toBeVisible();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('3 releases chosen')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(page.getByText('4 releases chosen')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+A');
    await expect(page.getByText('19 releases chosen')).toBeVisible();
    await chosenFoot(page).getByRole('button', { name: 'Clear' }).click();
    await expect(chosenRows(page)).toHaveCount(0);
    await expect(grid).toBeFocused();
  });

  await test.step('all that match the filter, and no others', async () => {
    await page.getByRole('searchbox', { name: 'Find a release' }).fill('dev');
    await expect(releaseRows(page)).toHaveCount(3);
    await app.choose('select-all');
    await expect(page.getByText('3 releases chosen')).toBeVisible();
    await app.choose('change-many');
    await expect(bulkDialog(page)).toHaveAccessibleName('Change 3 releases');
    await expect(bulkDialog(page).getByRole('button', { name: /What to change$/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(bulkDialog(page)).toBeHidden();
    await page.getByRole('checkbox', { name: 'Choose all releases shown' }).click({ force: true });
    await expect(chosenFoot(page)).toBeHidden();
    await app.choose('change-many');
    await expect(notices(page).getByText(/^Choose releases in the list first/)).toBeVisible();
  });

  await test.step('none any more when another product was shown meanwhile', async () => {
    await app.choose('select-all');
    await expect(page.getByText('3 releases chosen')).toBeVisible();
    await chooseProduct(page, 'Tidemark');
    await chooseProduct(page, 'Claims Guard');
    await expect(releaseRows(page)).toHaveCount(3);
    await expect(chosenRows(page)).toHaveCount(0);
  });
});

test('everything below 2.0 is deprecated, as the guide has it', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await expect(releaseRow(page, '2.3.0')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a release' }).fill('<2.0');
  await expect(releaseRows(page)).toHaveCount(7);
  await releaseGrid(page).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await openChange(page);
  await pick(page, 'What to change', 'Status');
  await pick(page, 'New status', 'Deprecated');
  await expect(previewRow(page, '1.2.1')).toContainText('It is Deprecated already.');
  await apply(page, 'Make 5 drafts');

  const changed = [...(await draftsOf(page))].map(([version, { fields }]) => [version, fields.status]);
  expect(Object.fromEntries(changed)).toEqual({
    '1.3.6': 'DEPRECATED',
    '1.3.5': 'DEPRECATED',
    '1.2.0': 'DEPRECATED',
    '1.1.0': 'DEPRECATED',
    '1.0.0': 'DEPRECATED',
  });
});

test('one status for several is looked at, becomes drafts, and is undone, without the server', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await expect(releaseRow(page, '2.3.0')).toBeVisible();
  await demo.stop();
  await chooseRelease(page, '2.3.0');
  await chooseRelease(page, '2.2.0', { modifiers: ['Shift'] });
  await chooseRelease(page, '1.2.0');
  await openChange(page);
  const button = bulkDialog(page).getByRole('button', { name: 'Make drafts' });
  await expect(button).toBeDisabled();

  await pick(page, 'What to change', 'Status');
  await pick(page, 'New status', 'Archived');

  await expect(previewRow(page, '2.2.1')).toContainText('Published to Archived');
  await expect(previewRow(page, '2.3.0')).toContainText('leaves the product without a latest release');
  await expect(previewRow(page, '1.2.0')).toContainText('Stays as it is. It is Archived already.');
  await bulkDialog(page).getByRole('radio', { name: '1 stays' }).click();
  await expect(previewRow(page, '2.2.1')).toBeHidden();
  await apply(page, 'Make 3 drafts');

  await expect(notices(page).getByText('3 drafts made.')).toBeVisible();
  await expect(draftCount(page)).toContainText('3 drafts');
  await expect(releaseRow(page, '2.2.1')).toContainText('Has a draft');
  expect([...(await draftsOf(page)).values()].map(({ fields }) => fields.status)).toEqual([
    'ARCHIVED',
    'ARCHIVED',
    'ARCHIVED',
  ]);

  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await expect(notices(page).getByText('Undone for 3 drafts.')).toBeVisible();
  await expect(releaseRow(page, '2.2.1')).not.toContainText('Has a draft');
  expect((await draftsOf(page)).size).toBe(0);
  expect(changesSent(demo)).toEqual([]);
});

test('every change has its control, and its preview says what it does to each', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await chooseRelease(page, '2.3.0', { branch: 'dev' });
  await chooseRelease(page, '2.2.1', { modifiers: ['Shift'] });
  await openChange(page);
  const dialog = bulkDialog(page);

  await test.step('a branch', async () => {
    await pick(page, 'What to change', 'Branch');
    await pick(page, 'New branch', 'dev');
    await expect(previewRow(page, '2.2.1')).toContainText('No branch to dev');
    await expect(previewRow(page, '2.3.0').first()).toContainText('It is in the branch dev already');
    await expect(previewRow(page, '2.3.0').last()).toContainText(
      'Not changed. Another one chosen would be 2.3.0',
    );
    await expect(dialog.getByRole('button', { name: 'Make 1 draft' })).toBeEnabled();
  });

  await test.step('a branch by its id', async () => {
    await pick(page, 'New branch', 'Another branch by its ID…');
    const adding = page.getByRole('dialog', { name: 'Use another branch' });
    await adding.getByRole('textbox', { name: 'Branch ID' }).fill('f0f5b9a7-04b4-4a7c-9d3c-8f86b3f9c0aa');
    await adding.getByRole('textbox', { name: 'Name' }).fill('edge');
    await adding.getByRole('button', { name: 'Use branch' }).click();
    await expect(previewRow(page, '2.2.1')).toContainText('No branch to edge');
    await expect(previewRow(page, '2.2.1')).toContainText(
      'No release of this product was seen in this branch',
    );
  });

  await test.step('metadata that is added where it is missing', async () => {
    await pick(page, 'What to change', 'Add metadata where missing');
    const key = dialog.getByRole('combobox', { name: 'Key' });
    await key.fill('chang');
    await page.getByRole('option', { name: /^changelog/ }).click();
    await expect(key).toHaveValue('changelog');
    await dialog.getByRole('textbox', { name: 'Value' }).fill('End of life.');
    await pick(page, 'Locked', 'Locked');
    await expect(previewRow(page, '2.2.1')).toContainText('None to End of life. (locked)');
    await expect(previewRow(page, '2.3.0').last()).toContainText('It has “changelog” already');
  });

  await test.step('metadata that is set everywhere', async () => {
    await pick(page, 'What to change', 'Set metadata');
    await dialog.getByRole('combobox', { name: 'Key' }).fill('channel');
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('combobox', { name: 'Key' })).toHaveValue('channel');
    await dialog.getByRole('textbox', { name: 'Value' }).fill('retired');
    await pick(page, 'Locked', 'Not locked');
    await expect(previewRow(page, '2.2.1')).toContainText(/stable.* to retired/);
    await expect(previewRow(page, '2.2.1')).not.toContainText('retired (locked)');
  });

  await test.step('metadata that is removed', async () => {
    await pick(page, 'What to change', 'Remove metadata');
    await expect(dialog.getByRole('combobox', { name: 'Key' })).toHaveValue('channel');
    await expect(previewRow(page, '2.2.1')).toContainText(/stable.* to None/);
    await dialog.getByRole('combobox', { name: 'Key' }).fill('no such key');
    await expect(previewRow(page, '2.2.1')).toContainText('It has no “no such key”.');
    await expect(dialog.getByRole('button', { name: 'Nothing to change' })).toBeDisabled();
  });

  await test.step('licenses that are added and removed', async () => {
    await pick(page, 'What to change', 'Remove licenses');
    await dialog.getByRole('button', { name: 'Choose licenses' }).click();
    const licenses = page.getByRole('dialog', { name: 'Choose licenses' });
    await expect(licenses.getByText('None of them is restricted to licenses.')).toBeVisible();
    await licenses.getByRole('button', { name: 'Done' }).click();
    await pick(page, 'What to change', 'Add licenses');
    await dialog.getByRole('button', { name: 'Choose licenses' }).click();
    await licenses.getByRole('option', { name: /Aino Virtanen/ }).click();
    await licenses.getByRole('button', { name: 'Done' }).click();
    await expect(previewRow(page, '2.2.1')).toContainText('All licenses to Aino Virtanen');
    await expect(previewRow(page, '2.2.1')).toContainText('then only this one does');
    await expect(previewRow(page, '2.3.0').last()).toContainText('cannot be the latest');
  });

  await test.step('latest', async () => {
    await pick(page, 'What to change', 'Set as latest');
    await expect(previewRow(page, '2.2.1')).toContainText(
      'Only one can be the latest here, and 2.3.0 is higher.',
    );
    await pick(page, 'What to change', 'Take “latest” away');
    await expect(previewRow(page, '2.3.0').last()).toContainText('Latest to Not latest');
    await apply(page, 'Make 1 draft');
    expect((await draftsOf(page)).get('2.3.0')?.fields.setAsLatest).toBe(false);
  });
});

test('a draft keeps what else was edited in it, and gets it back when the change is undone', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await versionField(page).fill('2.2.2');
  await choose(page, 'Status', 'Archived');
  await saved(page);
  await beginRelease(page);
  await versionField(page).fill('3.0.0');
  await saved(page);
  await openRelease(page, '2.1.0');
  await chooseRelease(page, '3.0.0');
  await chooseRelease(page, '2.2.1');
  await chooseRelease(page, '2.1.0', { modifiers: ['Shift'] });
  await openChange(page);
  await pick(page, 'What to change', 'Add metadata where missing');
  await bulkDialog(page).getByRole('combobox', { name: 'Key' }).fill('end');
  await bulkDialog(page).getByRole('textbox', { name: 'Value' }).fill('soon');
  await expect(previewRow(page, '2.2.1')).toContainText('Has a draft: the change goes on top');
  await apply(page, 'Change 2 drafts and make 2');

  const end = { key: 'end', value: 'soon', locked: false };
  const drafts = await draftsOf(page);
  expect(drafts.get('2.2.1')?.fields).toMatchObject({ version: '2.2.2', status: 'ARCHIVED' });
  for (const version of ['3.0.0', '2.2.1', '2.2.0', '2.1.0']) {
    expect(drafts.get(version)?.fields.metadata).toContainEqual(end);
  }
  // The release that is open shows the draft that was made of it.
  await expect(editor(page).getByText('Metadata: end')).toBeVisible();

  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await expect(notices(page).getByText('Undone for 4 drafts.')).toBeVisible();
  await expect(editor(page).getByText('Metadata: end')).toBeHidden();
  const after = await draftsOf(page);
  expect([...after.keys()].toSorted()).toEqual(['2.2.1', '3.0.0']);
  expect(after.get('2.2.1')?.fields).toMatchObject({ version: '2.2.2', status: 'ARCHIVED' });
  expect(after.get('2.2.1')?.fields.metadata).not.toContainEqual(end);
});

test('what is edited after a change stays when that is undone, and is named', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await chooseRelease(page, '2.2.1');
  await chooseRelease(page, '2.2.0');
  await openChange(page);
  await pick(page, 'What to change', 'Status');
  await pick(page, 'New status', 'Archived');
  await apply(page, 'Make 2 drafts');
  await openRelease(page, '2.2.1');
  await addMetadata(page, 'kept', 'yes');
  await saved(page);

  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await expect(notices(page).getByText('Undone for 1 of 2 drafts. The others stay.')).toBeVisible();
  await expect(notices(page).getByText('2.2.1 was edited since.')).toBeVisible();
  expect([...(await draftsOf(page)).keys()]).toEqual(['2.2.1']);
});

test('what is shown follows what happens meanwhile, and only what is shown is done', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Draft');
  await saved(page);
  const draftId = (await draftsOf(page)).get('2.2.1')?.id ?? '';
  await chooseRelease(page, '2.2.1');
  await openChange(page);
  await pick(page, 'What to change', 'Status');
  await pick(page, 'New status', 'Archived');
  await expect(previewRow(page, '2.2.1')).toContainText('Draft to Archived');

  await page.evaluate(
    (id) => window.lukittu['drafts.change']({ draftId: id, change: { fields: { status: 'DEPRECATED' } } }),
    draftId,
  );

  await expect(previewRow(page, '2.2.1')).toContainText('Deprecated to Archived');
  await apply(page, 'Change 1 draft');
  expect((await draftsOf(page)).get('2.2.1')?.fields.status).toBe('ARCHIVED');
});

test('the drafts go into a new batch, and are changed together from their own list', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await chooseRelease(page, '2.2.1');
  await chooseRelease(page, '2.1.0', { modifiers: ['Shift'] });
  await openChange(page);
  await pick(page, 'What to change', 'Status');
  await pick(page, 'New status', 'Deprecated');
  await pick(page, 'Batch', 'New, “Batch 1”');
  await apply(page, 'Make 3 drafts');
  await expect(notices(page).getByText('3 drafts made. They are in “Batch 1”.')).toBeVisible();
  await notices(page).getByRole('button', { name: 'Show batch' }).click();
  await expect(page.getByRole('heading', { name: 'Batch 1' })).toBeVisible();
  await expect(draftRows(page)).toHaveCount(3);

  await mark(page, '2.2.1');
  await mark(page, '2.2.0');
  await chosenActions(page).getByRole('button', { name: 'Change 2 drafts together…' }).click();
  await expect(bulkDialog(page)).toHaveAccessibleName('Change 2 drafts');
  await pick(page, 'What to change', 'Status');
  await pick(page, 'New status', 'Archived');
  await apply(page, 'Change 2 drafts');
  await expect(draftRow(page, '2.2.1')).toContainText('Archived');
  await expect(draftRow(page, '2.1.0')).toContainText('Deprecated');
  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await expect(draftRow(page, '2.2.1')).toContainText('Deprecated');
});

test('choosing and changing many is accessible in both themes', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await chooseRelease(page, '2.4.0');
  await chooseRelease(page, '2.2.1', { modifiers: ['Shift'] });
  await expectAccessible(page);
  await openChange(page);
  await expectAccessible(page);
  await pick(page, 'What to change', 'Add licenses');
  await bulkDialog(page).getByRole('button', { name: 'Choose licenses' }).click();
  const licenses = page.getByRole('dialog', { name: 'Choose licenses' });
  await licenses.getByRole('option', { name: /Aino Virtanen/ }).click();
  await licenses.getByRole('button', { name: 'Done' }).click();
  await expect(previewRow(page, '2.2.1')).toContainText('Aino Virtanen');
  await expectAccessible(page);
  await pick(page, 'What to change', 'Set metadata');
  await bulkDialog(page).getByRole('combobox', { name: 'Key' }).fill('c');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
});
