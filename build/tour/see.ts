import type { Locator } from '@playwright/test';

/** How long a step waits for what it should see, in ms: generous, for machines that are busy. */
export const patience = 20_000;

/** Waits until the element shows. */
export async function see(what: Locator): Promise<void> {
  await what.first().waitFor({ state: 'visible', timeout: patience });
}

/** Waits until the element is not there, or does not show. */
export async function seeNoMore(what: Locator): Promise<void> {
  await what.first().waitFor({ state: 'hidden', timeout: patience });
}
