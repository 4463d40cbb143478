import { expect, type Page } from '@playwright/test';
import type { DemoServer } from '../../electron/demo/server.ts';
import type { DemoRelease } from '../../electron/demo/state.ts';
import { connect } from './person/connect.ts';
import {
  addMetadata,
  choose,
  editor,
  expectVerified,
  openRelease,
  publishButton,
  saved,
  versionField,
} from './person/editor.ts';
import { changesSent, releaseOn } from './person/server.ts';
import { test } from './support/test.ts';

test('a field both sides changed is asked about, and mine or theirs is published as chosen', async ({
  app,
  demo,
}) => {
  const page = await publishAgainstOthers(app, demo);
  const conflict = editor(page).getByRole('region', { name: 'The server changed meanwhile' });
  const status = conflict.getByRole('radiogroup', { name: 'Which to keep for Status' });
  const value = conflict.getByRole('radiogroup', { name: 'Which to keep for Metadata: channel' });
  const goOn = editor(page).getByRole('button', { name: 'Go on publishing' });
  await expect(status).toContainText('When you beganPublished');
  await expect(status.getByRole('radio', { name: /Server now/ })).toHaveAccessibleName(/Deprecated/);
  await expect(status.getByRole('radio', { name: /Your draft/ })).toHaveAccessibleName(/Archived/);
  await expect(goOn).toBeDisabled();
  await expect(editor(page).getByText('2 fields left to choose')).toBeVisible();
  expect(changesSent(demo)).toEqual([]);

  await status.getByText('Your draft').click();
  await value.getByText('Server now').click();
  await goOn.click();

  await expectVerified(page);
  expect(changesSent(demo)).toHaveLength(1);
  expect(releaseOn(demo, '2.2.1')).toMatchObject({ status: 'ARCHIVED', metadata: [{ value: 'theirs' }, {}] });
});

test('taking everything from the server publishes only what is left of the draft', async ({ app, demo }) => {
  const page = await publishAgainstOthers(app, demo);

  await editor(page).getByRole('button', { name: 'Keep all of the server’s' }).click();
  await editor(page).getByRole('button', { name: 'Go on publishing' }).click();

  await expectVerified(page);
  // Nothing of the draft was left: no update was spent on it.
  expect(changesSent(demo)).toEqual([]);
  expect(releaseOn(demo, '2.2.1')).toMatchObject({
    status: 'DEPRECATED',
    metadata: [{ value: 'theirs' }, {}],
  });
});

test('what merges by itself is shown beside the conflicts, with what it comes to', async ({ app, demo }) => {
  const page = await publishAgainstOthers(app, demo, {
    edit: (page) => addMetadata(page, 'notes', 'mine'),
    meanwhile: (release) => {
      release.version = '2.2.9-theirs';
    },
  });
  const merging = editor(page).getByRole('table', { name: 'Merges by itself' });
  const row = (name: string) => merging.getByRole('row', { name });

  await expect(row('Version')).toContainText('Changed on the server2.2.9-theirs2.2.12.2.9-theirs');
  await expect(row('Metadata: notes')).toContainText('Changed hereNoneminemine');
  await expect(row('Status')).toHaveCount(0);
  await editor(page).getByRole('button', { name: 'Keep all of mine' }).click();
  await expect(merging.getByRole('row')).toHaveCount(3);
  await editor(page).getByRole('button', { name: 'Go on publishing' }).click();

  await expectVerified(page);
  expect(releaseOn(demo, '2.2.9-theirs')).toMatchObject({
    status: 'ARCHIVED',
    metadata: [{ value: 'mine' }, {}, { key: 'notes', value: 'mine' }],
  });
});

test('publishing can be stopped at a conflict, and the draft is kept', async ({ app, demo }) => {
  const page = await publishAgainstOthers(app, demo, {
    meanwhile: (release) => {
      release.version = '2.2.1-theirs';
    },
  });

  await editor(page).getByRole('button', { name: 'Stop publishing' }).click();

  await expect(editor(page).getByRole('heading', { name: '2.2.1-theirs' })).toBeVisible();
  await expect(editor(page).getByRole('region', { name: 'What changes' })).toContainText(
    'Others have changed “Version” to 2.2.1-theirs; publishing leaves it so.',
  );
  await expect(versionField(page)).toHaveValue('2.2.1');
  await expect(editor(page).getByRole('button', { name: 'Archived Status' })).toBeVisible();
  expect(changesSent(demo)).toEqual([]);
  expect(releaseOn(demo, '2.2.1-theirs').status).toBe('DEPRECATED');
});

interface Beside {
  /** What the draft changes besides. */
  readonly edit: (page: Page) => Promise<void>;
  /** What others change besides. */
  readonly meanwhile: (release: DemoRelease) => void;
}

/** Changes status and metadata of a release while others change the same, and publishes. */
async function publishAgainstOthers(
  app: { page: Page },
  demo: DemoServer,
  beside: Partial<Beside> = {},
): Promise<Page> {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Archived');
  await editor(page).getByRole('textbox', { name: 'Value 1', exact: true }).fill('mine');
  await beside.edit?.(page);
  await saved(page);
  const release = releaseOn(demo, '2.2.1');
  release.status = 'DEPRECATED';
  for (const entry of release.metadata) if (entry.key === 'channel') entry.value = 'theirs';
  beside.meanwhile?.(release);
  await publishButton(page).click();
  await expect(editor(page).getByText('The server changed meanwhile')).toBeVisible();
  return page;
}
