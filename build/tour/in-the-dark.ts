import type { Locator, Page } from '@playwright/test';
import { dark } from './look.ts';
import { see } from './see.ts';
import type { Scene, Step } from './tour.ts';

/**
 * What a step has brought about once more, in the dark.
 *
 * @param seen what is there as long as it is
 */
export function inTheDark<S extends Scene>(step: Step<S>, seen: (page: Page) => Locator): Step<S> {
  return { ...step, name: `${step.name}, in the dark`, look: dark, run: ({ page }) => see(seen(page)) };
}
