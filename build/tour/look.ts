import type { Page } from '@playwright/test';

/** How the window looks while a step is shown; sizes in CSS pixels. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

export const usual: Look = { theme: 'light', width: 1280, height: 800 };
export const dark: Look = { ...usual, theme: 'dark' };
export const small: Look = { ...usual, width: 900, height: 600 };

/** What is left of the usual window at 200 %. */
export const zoomed: Look = { ...usual, width: 640, height: 400 };

/**
 * Gives the page this size and the system this theme, for somebody who wants no movement: what is caught in the middle
 * of one for a picture can stay undrawn, as can what opens while the page is not drawn anew yet.
 */
export async function takeOn(page: Page, { theme, width, height }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate(drawn);
}

/** A picture of the whole window, one dot for each CSS pixel, with every movement at its end and the pointer away. */
export async function picture(page: Page, path: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(movementsEnd);
  await page.screenshot({ path, scale: 'css', animations: 'disabled', caret: 'hide' });
}

/** In the page. The first frame is asked for before it is drawn, the second after. */
async function drawn(): Promise<void> {
  for (const _ of ['asked for', 'drawn']) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** In the page. What is about to come or to go says so; what moves all the same is waited for frame by frame. */
async function movementsEnd(): Promise<void> {
  const moves = ({ effect }: Animation): boolean => Number.isFinite(effect?.getComputedTiming().endTime);
  const isAboutTo = (): boolean => document.querySelector('[data-entering], [data-exiting]') !== null;
  do await new Promise((resolve) => requestAnimationFrame(resolve));
  while (isAboutTo() || document.getAnimations().some(moves));
}
