import { expect, type Locator } from '@playwright/test';

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

/** Brings the element into sight, also while the window is being laid out anew and the element with it. */
export async function bringIntoSight(what: Locator): Promise<void> {
  await expect(() => what.scrollIntoViewIfNeeded({ timeout: 1000 })).toPass({ timeout: patience });
}
