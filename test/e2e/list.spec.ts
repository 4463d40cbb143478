import { expect, type Page } from '@playwright/test';
import { sampleTeam } from '../../electron/demo/sample-team.ts';
import type { DemoServer, DemoServerOptions } from '../../electron/demo/server.ts';
import { connect } from './person/connect.ts';
import { editor, fileSection, openRelease } from './person/editor.ts';
import { releaseGrid, releaseRows } from './person/list.ts';
import { releaseOn } from './person/server.ts';
import type { App } from './support/app.ts';
import { test } from './support/test.ts';

const search = (page: Page) => page.getByRole('searchbox', { name: 'Find a release' });

/** The versions that are shown, from the top. */
const versions = async (page: Page): Promise<string[]> => {
  const cells = await releaseRows(page).locator('[role=gridcell]:nth-child(2)').allTextContents();
  return cells.map((text) => text.replace('Latest', ''));
};

async function filter(page: Page, name: 'Status' | 'Branch', choice: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`${name}$`) })
    .first()
    .click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

test('releases stand in the order of their versions, not of their letters, either way round, and so again at the next start', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  const newestFirst = [
    '2.4.0',
    '2.4.0-dev.2',
    '2.4.0-dev.1',
    '2.3.0',
    '2.3.0',
    '2.2.1',
    '2.2.0',
    '2.1.0',
    '2.0.10',
    '2.0.2',
    '2.0.1',
    '2.0.0',
    '1.3.6',
    '1.3.5',
    '1.3.0',
    '1.2.1',
    '1.2.0',
    '1.1.0',
    '1.0.0',
  ];
  await expect.poll(() => versions(page)).toEqual(newestFirst);
  await expect(releaseGrid(page).getByRole('columnheader', { name: 'Version' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );

  await releaseGrid(page).getByRole('button', { name: 'Version' }).click();
  await expect.poll(() => versions(page)).toEqual(newestFirst.toReversed());
  await expect(releaseGrid(page).getByRole('columnheader', { name: 'Version' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );

  const again = await app.relaunch();
  await expect.poll(() => versions(again.page)).toEqual(newestFirst.toReversed());
});

test('what is said of a time is said anew when the window is looked at again', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await page.clock.install();
  await expect(page.getByText('Read just now', { exact: true })).toBeVisible();
  await page.clock.fastForward('02:30');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText('Read 2 minutes ago', { exact: true })).toBeVisible();
});

test('the list is narrowed by text, status and branch, and says so', async ({ app, demo }) => {
  const page = await connect(app, demo);

  await search(page).fill('2.0.1');
  await expect.poll(() => versions(page)).toEqual(['2.0.10', '2.0.1']);
  await expect(page.getByText('2 of 19 releases')).toBeVisible();
  await search(page).fill('legacy');
  await expect.poll(() => versions(page)).toEqual(['1.3.6', '1.3.5']);
  await search(page).press('Escape');
  await expect(page.getByText('19 releases', { exact: true })).toBeVisible();

  await filter(page, 'Branch', 'dev');
  await expect.poll(() => versions(page)).toEqual(['2.4.0-dev.2', '2.4.0-dev.1', '2.3.0']);
  await filter(page, 'Status', 'Deprecated');
  await expect.poll(() => versions(page)).toEqual(['2.3.0']);

  await search(page).fill('nothing like it');
  await expect(page.getByText('No release matches')).toBeVisible();
  await page.getByRole('button', { name: 'Show all releases' }).click();
  await expect(page.getByText('19 releases', { exact: true })).toBeVisible();
});

test('a release stays open while the list is narrowed without it', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');

  await search(page).fill('legacy');

  await expect.poll(() => versions(page)).toEqual(['1.3.6', '1.3.5']);
  await expect(editor(page).getByRole('heading', { name: '2.2.1', exact: true })).toBeVisible();
});

test('ten thousand releases are read, scrolled through to the end and searched', async ({
  app,
  startDemo,
}) => {
  const page = await connectArchive(app, startDemo, 10_000);
  await expect(releaseRows(page).first()).toContainText('24.19.19');
  await expect(releaseGrid(page)).toHaveAttribute('aria-rowcount', '10001');

  const oldest = releaseRows(page).filter({ hasText: /^0\.0\.0/ });
  await releaseGrid(page).hover();
  await page.mouse.wheel(0, 400_000);
  await expect(oldest).toBeInViewport();
  expect(await releaseRows(page).count()).toBeLessThan(100);
  await oldest.click();
  await expect(editor(page).getByRole('heading', { name: '0.0.0', exact: true })).toBeVisible();

  await releaseGrid(page).press('Home');
  await expect(releaseRows(page).first()).toBeInViewport();
  await expect(editor(page).getByRole('heading', { name: '24.19.19', exact: true })).toBeVisible();

  await search(page).fill('12.7.3');
  await expect.poll(() => versions(page)).toEqual(['12.7.3']);
  await expect(page.getByText('1 of 10,000 releases')).toBeVisible();
  expect(app.pageErrors()).toEqual([]);
});

test('a file name that is cut where there is little room is one text all the same, read out and copied as a whole', async ({
  app,
  demo,
}) => {
  const name = 'claims-guard-with-a-name-that-is-far-too-long-for-any-column-2.2.1-universal.jar';
  const release = releaseOn(demo, '2.2.1');
  if (release.file) release.file = { ...release.file, name };
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await page.setViewportSize({ width: 1000, height: 700 });

  const whole = fileSection(page).getByText(name, { exact: true });
  const drawn = fileSection(page).locator('[data-drawn]');
  await expect(drawn).toHaveAttribute('data-drawn', /^claims-guard-[-a-z]*…-universal\.jar$/);
  await expect
    .poll(() => drawn.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
    .toBe(0);
  const narrow = (await drawn.getAttribute('data-drawn')) ?? '';
  await page.setViewportSize({ width: 1100, height: 700 });
  await expect
    .poll(async () => (await drawn.getAttribute('data-drawn'))?.length ?? 0)
    .toBeGreaterThan(narrow.length);
  expect(await fileSection(page).ariaSnapshot()).toContain(name);
  await expect(releaseRows(page).filter({ hasText: name })).toHaveAccessibleName(new RegExp(name));
  await whole.selectText();
  expect(await page.evaluate(() => String(getSelection()))).toBe(name);
});

test('file names are cut to their room also once a list that flew by rests', async ({ startDemo, app }) => {
  const page = await connectArchive(app, startDemo, 2000);
  await page.setViewportSize({ width: 1040, height: 700 });
  // Whole windows of rows, each a frame after the one before.
  await releaseGrid(page).evaluate(async (grid) => {
    for (let frame = 1; frame <= 30; frame += 1) {
      await new Promise(requestAnimationFrame);
      grid.scrollTop = frame * 1600;
    }
  });
  await expect.poll(async () => (await namesIn(page)).cut).toBeGreaterThan(10);
  await expect.poll(() => namesIn(page)).toMatchObject({ clipped: 0 });
});

test('file names are cut before a list is painted that changes at once, as it does where somebody types fast', async ({
  startDemo,
  app,
}) => {
  const page = await connectArchive(app, startDemo, 2000);
  await page.setViewportSize({ width: 1040, height: 700 });
  // From its end on: a list that is shorter is moved, as if it were scrolled.
  await releaseGrid(page).evaluate((grid) => {
    grid.scrollTop = grid.scrollHeight;
  });
  await expect.poll(() => namesIn(page)).toMatchObject({ clipped: 0 });
  const pictures = await page.evaluateHandle(watchNames);
  // Faster than anybody types, so that each picture has another list.
  await search(page).evaluate(async (input) => {
    for (const text of ['1', '2', '3', '4', '1', '2', '3', '4']) {
      await new Promise(requestAnimationFrame);
      if (input instanceof HTMLInputElement) input.select();
      document.execCommand('insertText', false, text);
    }
  });
  await expect(page.getByText(/^[\d,]+ of 2,000 releases$/)).toBeVisible();
  await expect.poll(() => pictures.evaluate(({ withCut }) => withCut)).toBeGreaterThan(10);
  expect(await pictures.evaluate(({ withClipped }) => withClipped)).toBe(0);
});

/** Connects a team with a product of so many releases, and waits until all of them are there. */
async function connectArchive(
  app: App,
  startDemo: (options: DemoServerOptions) => Promise<DemoServer>,
  releases: number,
): Promise<Page> {
  const demo = await startDemo({ limit: 'none', state: sampleTeam({ releases }) });
  const page = await connect(app, demo, 'Archive');
  const all = `${releases.toLocaleString('en-GB')} releases`;
  await expect(page.getByText(all, { exact: true })).toBeVisible({ timeout: 40_000 });
  return page;
}

/** How many names of the list have too little room, and how many of these nothing stands in the place of. */
function namesIn(page: Page): Promise<{ cut: number; clipped: number }> {
  return releaseGrid(page)
    .locator('bdi')
    .evaluateAll((names) => {
      const cut = names.filter(({ firstElementChild }) => {
        const { scrollWidth = 0, clientWidth = 0 } = firstElementChild ?? {};
        return scrollWidth > clientWidth;
      });
      return { cut: cut.length, clipped: cut.filter((name) => !name.hasAttribute('data-drawn')).length };
    });
}

/** Counts, from now on, the pictures of the list in which a name is cut, and in which one is that only its cell clips. */
function watchNames() {
  const pictures = { withCut: 0, withClipped: 0 };
  // What changes its size is told of in each picture before it is painted: after the app, which has observed for longer.
  const changing = document.body.appendChild(document.createElement('div'));
  const change = () => {
    changing.style.width = changing.offsetWidth === 1 ? '2px' : '1px';
    requestAnimationFrame(change);
  };
  new ResizeObserver(() => {
    const cut = [...document.querySelectorAll('[role=grid] bdi')].filter(({ firstElementChild }) => {
      const { scrollWidth = 0, clientWidth = 0 } = firstElementChild ?? {};
      return scrollWidth > clientWidth;
    });
    if (cut.length > 0) pictures.withCut += 1;
    if (cut.some((name) => !name.hasAttribute('data-drawn'))) pictures.withClipped += 1;
  }).observe(changing);
  change();
  return pictures;
}
