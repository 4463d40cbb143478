import type { Page } from '@playwright/test';

/** Has the page remember its titles. A page that is gone meanwhile has none. */
export async function watchTitles(page: Page): Promise<void> {
  const watch = (): void => {
    if (Reflect.has(window, 'titlesSoFar')) return;
    const titles = [document.title];
    Reflect.set(window, 'titlesSoFar', titles);
    const changes = { childList: true, characterData: true, subtree: true };
    new MutationObserver(() => titles.push(document.title)).observe(document.head, changes);
  };
  await page.evaluate(watch).catch(() => undefined);
}

/** Each title since then. */
export function titlesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => Reflect.get(window, 'titlesSoFar') ?? []);
}
