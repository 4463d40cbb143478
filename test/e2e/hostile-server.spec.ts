import { expect, type Page } from '@playwright/test';
import type { DemoServer } from '../../electron/demo/server.ts';
import { connect } from './person/connect.ts';
import { editor, publishButton, saved, versionField } from './person/editor.ts';
import { releaseGrid } from './person/list.ts';
import { teamOn } from './person/server.ts';
import { chooseProduct } from './person/window.ts';
import { test } from './support/test.ts';

/** What a server that means harm says, and what of it may be seen. */
const markup = '<img src=x onerror="window.ran=1"><script>window.ran=1</script><b>bold</b>';
const turned = '2.0\u202egpj.exe';
const hidden = 'a\u200bb\u0007c\u2028d\ufeffe';

test('names of a hostile server are shown as the texts they are: nothing runs, nothing is turned or hidden', async ({
  app,
  demo,
}) => {
  poison(demo);
  const page = await connect(app, demo);
  await chooseProduct(page, `${markup} ⟨202E⟩gnihton`);
  const rows = releaseGrid(page).getByRole('row');
  await expect(rows.filter({ hasText: '2.0⟨202E⟩gpj.exe' })).toHaveCount(1);
  await rows.filter({ hasText: '2.0⟨202E⟩gpj.exe' }).click();

  await expect(editor(page).getByRole('heading', { name: '2.0⟨202E⟩gpj.exe' })).toBeVisible();
  await expect(editor(page).getByText(`${markup}.jar`).first()).toBeVisible();
  await expect(editor(page).getByText('a⟨200B⟩b⟨0007⟩c⟨2028⟩d⟨FEFF⟩e').first()).toBeVisible();
  await versionField(page).fill('2.1.0');
  await saved(page);
  await editor(page).getByText('Compare', { exact: true }).click();
  await expect(
    editor(page).getByRole('row', { name: /^Version .*2\.0⟨202E⟩gpj\.exe 2\.1\.0/ }),
  ).toBeVisible();
  await expectHarmless(page);

  for (const place of ['show-drafts', 'show-queue', 'show-history', 'show-settings'] as const) {
    await app.choose(place);
    await expectHarmless(page);
  }
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Search or command' })).toBeVisible();
  await expectHarmless(page);
  expect(app.pageErrors()).toEqual([]);
});

test('what a hostile server says of a refusal is shown as the text it is', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await page.getByRole('row', { name: /^2\.2\.1 / }).click();
  await editor(page).getByRole('textbox', { name: 'Version', exact: true }).fill('2.2.1-hotfix');
  demo.faults.add({
    method: 'PUT',
    at: 'answer',
    effect: {
      kind: 'answer',
      status: 400,
      details: `${markup} ${turned}`,
      data: [{ message: `${markup} ${hidden}`, path: ['version', markup] }],
    },
  });
  await publishButton(page).click();

  await expect(editor(page).getByText('⟨202E⟩gpj.exe', { exact: false }).first()).toBeVisible();
  await expectHarmless(page);
  await app.choose('show-history');
  await expect(page.getByRole('grid', { name: 'History' }).getByText('2.2.1')).toBeVisible();
  await expectHarmless(page);
});

/** Puts harm into everything a server has a name for. */
function poison(demo: DemoServer): void {
  const team = teamOn(demo);
  for (const product of team.products.values()) {
    if (product.name === 'Claims Guard') continue;
    product.name = `${markup} \u202egnihton`;
    break;
  }
  const poisoned = [...team.products.values()].find(({ name }) => name.startsWith(markup));
  for (const branch of team.branches.values()) branch.name = `${markup}${hidden}`;
  for (const customer of team.customers.values()) {
    customer.fullName = `${markup}${turned}`;
  }
  const [release] = [...team.releases.values()].filter(({ productId }) => productId === poisoned?.id);
  if (!release) throw new Error('the demo team has no release to poison');
  release.version = turned;
  release.metadata = [
    { ...blank, id: '8f0d8f4e-0000-4000-8000-000000000001', key: markup, value: hidden },
    { ...blank, id: '8f0d8f4e-0000-4000-8000-000000000002', key: hidden, value: markup },
  ];
  if (release.file) {
    release.file.name = `${markup}.jar`;
    release.file.mainClassName = hidden;
  }
}

const blank = { locked: false, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };

/** Nothing of the server's has become a part of the page, and nothing that does not show stands anywhere as it came. */
async function expectHarmless(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const own = (element: Element): boolean => element.closest('script[src], style, link') !== null;
    return {
      ran: Reflect.has(window, 'ran'),
      elements: [...document.querySelectorAll('script:not([src]), img, b, iframe, object, embed, [onerror]')]
        .filter((element) => !own(element))
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
      title: document.title,
      text: document.body.innerText,
      // Fields hold what is sent, as it is: there a browser shows it and runs nothing.
      names: [...document.querySelectorAll('[aria-label], [title], [alt]')].map((element) =>
        ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? '').join(' '),
      ),
    };
  });
  const unseen = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
  expect(found.ran).toBe(false);
  expect(found.elements).toEqual([]);
  expect(found.title).not.toMatch(unseen);
  expect(found.text).not.toMatch(unseen);
  expect(found.names.filter((name) => unseen.test(name))).toEqual([]);
}
