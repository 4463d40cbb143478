import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { expect } from '@playwright/test';
import { appCommand } from '../../build/app-command.ts';
import { jarOf } from '../support/jars.ts';
import { filesBelow, findSecrets } from './support/find-secrets.ts';
import { knownSecretsFile, test } from './support/test.ts';

const secrets = existsSync(knownSecretsFile)
  ? [...new Set(readFileSync(knownSecretsFile, 'utf8').trim().split('\n'))]
  : [];

test('no API key and no license key is left anywhere: data, logs, exports, output, notifications, what was shown', async ({}, testInfo) => {
  const files = filesBelow(testInfo.project.outputDir).filter((path) => !isPlaywrights(path));
  test.skip(secrets.length === 0, 'no test has used a server');

  expect(await findSecrets(files, secrets)).toEqual([]);
  const names = files.map((path) => basename(path));
  for (const searched of ['releases.db', 'app.log', 'data.log', 'data-shown.txt']) {
    expect(names).toContain(searched);
  }
  const shown = files.filter((path) => path.endsWith('-shown.txt')).map((path) => readFileSync(path, 'utf8'));
  expect(shown.some((text) => /^title: ./m.test(text))).toBe(true);
  if (process.env.LUKITTU_EVERY_SPEC) {
    expect(shown.some((text) => /^title: .+ – ./m.test(text))).toBe(true);
    expect(kindsOf(files)).toEqual(expect.arrayContaining(kindsLeft()));
  }
  expect(secrets.filter((secret) => /^[A-Z0-9]{5}(-[A-Z0-9]{5}){4}$/.test(secret)).length).toBeGreaterThan(
    10,
  );
});

test.describe('the search', () => {
  for (const [as, write] of Object.entries({
    text: (secret: string) => Buffer.from(`before ${secret} behind`),
    'UTF-16': (secret: string) => Buffer.from(`xy${secret}`, 'utf16le'),
    Base64: (secret: string) => Buffer.from(Buffer.from(secret).toString('base64')),
    'a URL': (secret: string) => Buffer.from(`?key=${encodeURIComponent(secret)}`),
  })) {
    test(`finds a key that was left as ${as}`, async ({}, testInfo) => {
      const folder = testInfo.outputPath('planted');
      mkdirSync(folder, { recursive: true });
      const path = join(folder, 'file');
      // Of no server's, so that the search of everything does not find it.
      const secret = 'planted?key&0123456789';
      writeFileSync(path, write(secret));
      expect(await findSecrets(filesBelow(folder), ['another', secret])).toEqual([{ path, as }]);
      expect(await findSecrets(filesBelow(folder), ['another'])).toEqual([]);
    });
  }

  test('finds a key that was packed in a ZIP', async ({}, testInfo) => {
    const path = testInfo.outputPath('planted.zip');
    const secret = 'packed?key&0123456789';
    writeFileSync(path, await jarOf({ 'plan.json': `{"key":"${secret}"}`.repeat(100) }));
    expect(readFileSync(path).includes(secret)).toBe(false);
    expect(await findSecrets([path], ['another', secret])).toEqual([{ path, as: 'text' }]);
  });
});

/** What was saved by the app and told by the desktop, of all that is searched. */
function kindsOf(files: readonly string[]): string[] {
  const saved = files.filter((path) => basename(dirname(path)) === 'Downloads').map((path) => extname(path));
  const told = files.filter(
    (path) => basename(dirname(path)) === 'notifications' && basename(path) === 'seen',
  );
  return [...new Set([...saved, ...told.map(() => 'notifications')])];
}

/** What all tests together leave behind on this system, where a home and its desktop are a folder and a program. */
function kindsLeft(): string[] {
  if (process.platform !== 'linux') return [];
  const exports = ['.lukittu-plan', '.zip', '.csv'];
  return appCommand().runtime === 'chromium' ? [...exports, 'notifications'] : exports;
}

/** What Playwright writes about a test that failed names keys that were typed. */
function isPlaywrights(path: string): boolean {
  return /^(error-context\.md|trace\.zip|.*\.(webm|png))$/.test(basename(path));
}
