import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startSecondInstance } from './support/app.ts';
import { test } from './support/test.ts';

test('the window is where it was when the app was closed', async ({ launch }) => {
  const first = await launch();
  const size = { width: 1100, height: 700 };
  const client = await first.page.context().newCDPSession(first.page);
  const { windowId } = await client.send('Browser.getWindowForTarget');
  await client.send('Browser.setWindowBounds', { windowId, bounds: { left: 60, top: 50, ...size } });
  // It is remembered as soon as the window stands still.
  await expect
    .poll(() => readFile(join(first.userData, 'window.json'), 'utf8').catch(() => ''))
    .toContain('1100');
  await first.closeWindow();

  const second = await first.relaunch();
  expect(
    await second.page.evaluate(() => ({
      x: window.screenX,
      y: window.screenY,
      width: window.outerWidth,
      height: window.outerHeight,
    })),
  ).toEqual({ x: 60, y: 50, ...size });
});

test('closing the window and quitting end the app without an error', async ({ launch }) => {
  const first = await launch();
  expect(await first.closeWindow()).toBe(0);
  const second = await launch();
  expect(await second.quit()).toBe(0);
});

test('a second start on the same data ends itself and leaves the first alone', async ({ app, userData }) => {
  expect(await startSecondInstance(userData)).toBe(0);
  const answer = await app.page.evaluate(() => window.lukittu['app.info']({}));
  expect(answer.ok).toBe(true);
});

test('the app starts again after it was killed', async ({ launch }) => {
  const first = await launch();
  await first.kill();
  const second = await first.relaunch();
  await expect(second.page.locator('#root')).not.toBeEmpty();
});

test('the application menu reaches the page', async ({ app }) => {
  // What is drawn has had answers: menu and shortcuts are there, too.
  await expect(app.page.getByRole('heading', { name: 'Lukittu Release Manager' })).toBeVisible();
  await app.page.evaluate(() => {
    const heard = new Promise((resolve) =>
      window.lukittu.on('menu.command', ({ command }) => resolve(command)),
    );
    Reflect.set(window, Symbol.for('heard'), heard);
  });
  await app.choose('show-queue');
  expect(await app.page.evaluate(() => Reflect.get(window, Symbol.for('heard')))).toBe('show-queue');
});
