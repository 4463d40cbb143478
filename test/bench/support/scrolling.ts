import type { Page } from '@playwright/test';

/** What the page showed while it was scrolled. */
export interface Scrolled {
  /** Frames the display could have shown. */
  readonly frames: number;
  /** Of them, those that did not come, or came with a gap where rows should be. */
  readonly bad: number;
}

/** Pixels a second: as fast as somebody goes who pulls the scroll bar from one end to the other. */
const speed = 80_000;

/** Scrolls what matches the selector from its beginning to its end, as fingers on a touch pad do. */
export async function scrollThrough(page: Page, selector: string): Promise<Scrolled> {
  const client = await page.context().newCDPSession(page);
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`There is no ${selector} to scroll.`);
  const length = await page
    .locator(selector)
    .evaluate((element) => element.scrollHeight - element.clientHeight);
  await page.evaluate(watchFrames, selector);
  await client.send('Input.synthesizeScrollGesture', {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    yDistance: -length,
    speed,
    gestureSourceType: 'mouse',
  });
  await client.detach();
  return page.evaluate(() => Reflect.get(window, Symbol.for('bench'))());
}

/** Counts frames from the first that moves to the last. */
function watchFrames(selector: string): void {
  const beat = 1000 / 60;
  const scroller = document.querySelector(selector);
  let isOver = false;
  let last: number | null = null;
  let movedTo = scroller?.scrollTop ?? 0;
  const counted = { frames: 0, bad: 0 };
  /** Whether rows fill what is to be seen, below the head of the list. */
  const hasGap = (): boolean => {
    if (scroller === null) return true;
    const { top, bottom } = scroller.getBoundingClientRect();
    const rows = [...scroller.querySelectorAll('[data-index]')].map((row) => row.getBoundingClientRect());
    const inView = rows.filter((row) => row.bottom > top && row.top < bottom);
    const filled = inView.reduce(
      (sum, row) => sum + Math.min(row.bottom, bottom) - Math.max(row.top, top),
      0,
    );
    return filled < bottom - top - 32;
  };
  const look = (at: number): void => {
    if (isOver) return;
    const top = scroller?.scrollTop ?? 0;
    if (top !== movedTo && last !== null) {
      const passed = Math.max(1, Math.round((at - last) / beat));
      counted.frames += passed;
      counted.bad += passed - 1 + Number(hasGap());
    }
    movedTo = top;
    last = at;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  Reflect.set(window, Symbol.for('bench'), () => {
    isOver = true;
    return counted;
  });
}
