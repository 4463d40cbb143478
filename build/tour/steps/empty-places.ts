import type { Page } from '@playwright/test';
import { goTo } from '../../../test/e2e/person/window.ts';
import { inTheDark } from '../in-the-dark.ts';
import { see } from '../see.ts';
import type { ServerScene } from '../server-scene.ts';
import type { Step } from '../tour.ts';

/** A place in which nothing is yet: what it says instead. */
function empty(place: 'Drafts' | 'Queue' | 'History', says: string): readonly Step<ServerScene>[] {
  const saying = (page: Page) => page.getByText(says, { exact: true });
  const step: Step<ServerScene> = {
    name: `${place}, empty`,
    run: async ({ page }) => {
      await goTo(page, place);
      await see(saying(page));
    },
  };
  return [step, inTheDark(step, saying)];
}

/** The places of a team with which nothing has been done yet. */
export const emptyPlaces: readonly Step<ServerScene>[] = [
  ...empty('Drafts', 'No drafts'),
  ...empty('Queue', 'Nothing in the queue'),
  ...empty('History', 'Nothing has been published yet'),
];
