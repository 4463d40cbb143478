import type { Page } from '@playwright/test';

/** What the page says of it while it is broken by `breakDrawing`. */
export const brokenDrawing = /made to fail/;

/** Makes the next number that is put into words fail, as a fault of the app's own would. */
export async function breakDrawing(page: Page): Promise<void> {
  await page.evaluate(() => {
    const fail = (): never => {
      throw new RangeError('made to fail');
    };
    Intl.RelativeTimeFormat.prototype.format = fail;
    Intl.DateTimeFormat.prototype.format = fail;
    Intl.NumberFormat.prototype.format = fail;
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', { get: () => fail });
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', { get: () => fail });
  });
}
