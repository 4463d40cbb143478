import { writeFileSync } from 'node:fs';
import {
  entryFor,
  importByButton,
  importing,
  makeButton,
  planText,
  reportRow,
} from '../../../test/e2e/person/plans.ts';
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
    await see(importing(page).getByRole('alert'));
  },
};

/** Plan files are looked through before anything is made of them. */
export const imports: readonly Step<ServerScene>[] = [report, inTheDark(report, makeButton), problems];
