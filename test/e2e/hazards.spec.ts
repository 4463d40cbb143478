import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { appCommand } from '../../build/app-command.ts';
import { expectAccessible } from './support/accessibility.ts';
import { startSecondInstance } from './support/app.ts';
import { test } from './support/test.ts';

// Electron shows what is wrong in a box of the system, which nobody answers here.
test.skip(appCommand().runtime !== 'chromium', 'the system’s dialog');

test('a data folder that cannot be written is said at the start, and what to look at', async ({
  launch,
}, testInfo) => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'mounting needs root');
  const userData = testInfo.outputPath('read-only');
  mkdirSync(userData);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', userData]);
  try {
    const start = launch({ userData });
    await expect(start).rejects.toThrow('Lukittu Release Manager has to close');
    await expect(start).rejects.toThrow(
      'Check that the app’s data folder belongs to you and can be written.',
    );
  } finally {
    execFileSync('umount', [userData]);
  }
});

test('a damaged database is said where there is nothing else to show, until that is read', async ({
  launch,
}, testInfo) => {
  const userData = testInfo.outputPath('damaged');
  mkdirSync(userData);
  writeFileSync(join(userData, 'releases.db'), 'no database '.repeat(1000));

  const { page } = await launch({ userData });

  const notice = page.getByRole('status').filter({ hasText: 'was damaged' });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Lukittu Release Manager' })).toBeVisible();
  await expectAccessible(page);
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toBeHidden();
});

test('of two starts at the very same moment one has the window, and the other ends without a word', async ({
  launch,
}) => {
  const starts = await Promise.allSettled([launch(), launch()]);
  const [app, ...more] = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  expect(more).toEqual([]);
  const [ended] = starts.flatMap((start) => (start.status === 'rejected' ? [String(start.reason)] : []));
  expect(ended).not.toContain('has to close');
  if (!app) throw new Error('no start has a window');
  await expect(app.page.locator('#root')).not.toBeEmpty();
  expect(await startSecondInstance(app.userData)).toBe(0);
});
