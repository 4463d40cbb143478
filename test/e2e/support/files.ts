import type { Locator } from '@playwright/test';

/**
 * Drops files of this machine on an element with a real drag, as a file manager does: the page gets `File`s that
 * have a path.
 */
export async function dropFiles(target: Locator, paths: readonly string[]): Promise<void> {
  const drag = await startDrag(target, paths);
  await drag.drop();
}

/** Drags files over an element without letting go yet. */
export async function startDrag(
  target: Locator,
  paths: readonly string[],
): Promise<{ drop: () => Promise<void>; cancel: () => Promise<void> }> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('the drop target is not visible');
  const page = target.page();
  const client = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel'): Promise<unknown> =>
    client.send('Input.dispatchDragEvent', { type, ...at, data });
  await send('dragEnter');
  await send('dragOver');
  const end = async (type: 'drop' | 'dragCancel'): Promise<void> => {
    await send(type);
    await client.detach();
  };
  return { drop: () => end('drop'), cancel: () => end('dragCancel') };
}

/**
 * Answers the system's file dialog that `open` brings up: with these files, or by cancelling it when there are
 * none.
 */
export async function chooseFiles(
  target: Locator,
  open: () => Promise<void>,
  paths: readonly string[],
): Promise<void> {
  const page = target.page();
  const chooser = page.waitForEvent('filechooser');
  // Until Chromium has answered once more, it may not know yet that the dialog is to be held.
  await page.evaluate(() => undefined);
  await open();
  await (await chooser).setFiles([...paths]);
}
