import type { Page } from '@playwright/test';

/** What is to be seen: an element that matches, and holds the text where one is given. */
export interface Sight {
  readonly selector: string;
  readonly text?: string;
}

/** What a person begins with: a press, a key, or letting go of what was dragged here. */
type Begin = 'pointerup' | 'keydown' | 'drop' | 'change';

/**
 * Has a person do something, and measures in the page from the event it begins with until what it brings is painted,
 * in ms. The frames of the display come every 17 ms: so fine is this clock.
 */
export async function untilPainted(
  page: Page,
  begin: Begin,
  act: () => Promise<unknown>,
  sight: Sight,
): Promise<number> {
  await page.evaluate(watchForSight, { ...sight, begin });
  await act();
  return page.evaluate(() => Reflect.get(window, Symbol.for('bench')));
}

/** Begins to watch; what comes of it is a promise in the page. */
function watchForSight({ selector, text = '', begin }: Sight & { begin: Begin }): void {
  const isSeen = (): boolean =>
    [...document.querySelectorAll(selector)].some((element) => element.textContent.includes(text));
  const seen = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error(`There was no ${selector} ${text}`)), 60_000);
    const start = ({ timeStamp }: Event): void => {
      const look = (): void => {
        if (!isSeen()) return void requestAnimationFrame(look);
        // A message comes after the frame that is being made.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - timeStamp);
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    };
    window.addEventListener(begin, start, { capture: true, once: true });
  });
  Reflect.set(window, Symbol.for('bench'), seen);
}

/**
 * Presses a key, and measures the page's work for it in ms: from the event until its frame is made, without the time
 * in which the page only waits for the display's next beat.
 */
export async function keyWork(page: Page, key: string): Promise<number> {
  await page.evaluate(watchKey);
  await page.keyboard.press(key);
  return page.evaluate(() => Reflect.get(window, Symbol.for('bench')));
}

function watchKey(): void {
  const after = (done: () => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  };
  const worked = new Promise<number>((resolve) => {
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        let handled: number | null = null;
        const frame: { begun: number; made: number | null } = { begun: 0, made: null };
        const end = (): void => {
          if (handled === null || frame.made === null) return;
          const isOneStretch = frame.begun < handled;
          resolve(
            isOneStretch
              ? Math.max(handled, frame.made) - timeStamp
              : handled - timeStamp + frame.made - frame.begun,
          );
        };
        // The text changes with the events that follow the key's; what they bring is done when they are over.
        window.addEventListener(
          'input',
          () => {
            after(() => {
              handled = performance.now();
              end();
            });
            requestAnimationFrame(() => {
              frame.begun = performance.now();
              after(() => {
                frame.made = performance.now();
                end();
              });
            });
          },
          { capture: true, once: true },
        );
      },
      { capture: true, once: true },
    );
  });
  Reflect.set(window, Symbol.for('bench'), worked);
}
