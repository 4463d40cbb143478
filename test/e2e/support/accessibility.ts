import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds wrong with what the page shows now, one line each: the rule, and the elements that break it. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Colours on their way from one to another are neither.
  await page.evaluate(() => {
    const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
    return Promise.allSettled(changes.map(({ finished }) => finished)).then(() => undefined);
  });
  // Only one window can be open in the app: axe may not use a second one for its own purposes.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target }) => target.join(' ')).join(', ');
    return `${id}: ${help} (${places})`;
  });
}

/** Expects that axe finds nothing wrong with what the page shows in either theme, and leaves it in the light one. */
export async function expectAccessible(page: Page, what = 'what is shown'): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect.soft(await accessibilityProblems(page), `${what}, in the ${theme} theme`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
