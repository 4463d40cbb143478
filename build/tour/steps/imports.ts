import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  entryFor,
  importByButton,
  importing,
  makeButton,
  planText,
  reportRow,
} from '../../../test/e2e/person/plans.ts';
import { productOn, releaseOn } from '../../../test/e2e/person/server.ts';
import { inTheDark } from '../in-the-dark.ts';
import { see } from '../see.ts';
import type { ServerScene } from '../server-scene.ts';
import type { Step } from '../tour.ts';

const report: Step<ServerScene> = {
  name: 'A plan says what it would do',
  run: async ({ page, demo, serverUrl, folder }) => {
    const there = { ...demo, origin: serverUrl };
    const entries = [
      entryFor(there, '2.4.0', { status: 'PUBLISHED', setAsLatest: true }),
      entryFor(there, '2.2.0', { status: 'DEPRECATED' }),
      entryFor(there, null, { version: '2.6.0', status: 'DRAFT' }),
    ];
    writeFileSync(folder.path('winter.lukittu-plan'), planText(there, entries));
    await importByButton(page, folder.path('winter.lukittu-plan'));
    await see(reportRow(page, 'Entry 3').getByText('2.6.0'));
    await see(makeButton(page));
  },
};

const refusal = (page: Page) => importing(page).getByRole('alert');

const problems: Step<ServerScene> = {
  name: 'A plan that cannot be used says why',
  run: async ({ page, demo, serverUrl, folder }) => {
    await page.keyboard.press('Escape');
    const there = { ...demo, origin: serverUrl };
    const entries = [
      entryFor(there, '2.2.0', { status: 'DEPRECATED' }),
      entryFor(there, '2.4.0', {}, { releaseId: '00000000-0000-4000-8000-000000000000' }),
    ];
    writeFileSync(folder.path('autumn.lukittu-plan'), planText(there, entries, 'Autumn'));
    await importByButton(page, folder.path('autumn.lukittu-plan'));
    await see(reportRow(page, 'Entry 2').getByText('The product has no such release.'));
    await see(refusal(page));
  },
};

/** Chooses a spreadsheet in which releases get a status each. */
async function importStatuses(
  { page, demo, folder }: ServerScene,
  name: string,
  statuses: Readonly<Record<string, string>>,
): Promise<void> {
  await page.keyboard.press('Escape');
  const rows = Object.entries(statuses).map(([version, status]) =>
    [productOn(demo).id, releaseOn(demo, version).id, status, 'old'].join(','),
  );
  const text = ['productId,releaseId,status,metadata:channel', ...rows].join('\n');
  writeFileSync(folder.path(name), text);
  await importByButton(page, folder.path(name));
}

const sheet: Step<ServerScene> = {
  name: 'A spreadsheet says what it would do',
  run: async (scene) => {
    const statuses = { '2.2.0': 'DEPRECATED', '2.0.1': 'ARCHIVED', '2.0.0': 'ARCHIVED' };
    await importStatuses(scene, 'spring.csv', statuses);
    await see(reportRow(scene.page, 'Row 4').getByText('2.0.0'));
    await see(makeButton(scene.page));
  },
};

const cellProblem = (page: Page) => reportRow(page, 'Row 3').getByText(/is not a status\./);

const wrongCell: Step<ServerScene> = {
  name: 'A wrong cell of a spreadsheet is named',
  run: async (scene) => {
    const statuses = { '2.2.0': 'DEPRECATED', '2.0.1': 'gone', '2.0.0': 'ARCHIVED' };
    await importStatuses(scene, 'summer.csv', statuses);
    await see(cellProblem(scene.page));
  },
};

/** Plan files and spreadsheets are looked through before anything is made of them. */
export const imports: readonly Step<ServerScene>[] = [
  report,
  inTheDark(report, makeButton),
  problems,
  inTheDark(problems, refusal),
  sheet,
  inTheDark(sheet, makeButton),
  wrongCell,
  inTheDark(wrongCell, cellProblem),
];
