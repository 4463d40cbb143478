import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { filesBelow, findSecrets } from './support/find-secrets.ts';
import { knownSecretsFile, test } from './support/test.ts';

const secrets = existsSync(knownSecretsFile)
  ? [...new Set(readFileSync(knownSecretsFile, 'utf8').trim().split('\n'))]
  : [];

test('no API key and no license key is left anywhere: data, logs, exports, output, notifications, what was shown', ({}, testInfo) => {
  const files = filesBelow(testInfo.project.outputDir).filter((path) => !isPlaywrights(path));
  test.skip(secrets.length === 0, 'no test has used a server');

  expect(findSecrets(files, secrets)).toEqual([]);
  const names = files.map((path) => basename(path));
  for (const searched of ['releases.db', 'app.log', 'data.log', 'data-shown.txt']) {
    expect(names).toContain(searched);
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
    test(`finds a key that was left as ${as}`, ({}, testInfo) => {
      const folder = testInfo.outputPath('planted');
      mkdirSync(folder, { recursive: true });
      const path = join(folder, 'file');
      // Of no server's, so that the search of everything does not find it.
      const secret = 'planted?key&0123456789';
      writeFileSync(path, write(secret));
      expect(findSecrets(filesBelow(folder), ['another', secret])).toEqual([{ path, as }]);
      expect(findSecrets(filesBelow(folder), ['another'])).toEqual([]);
    });
  }
});

/** What Playwright writes about a test that failed names keys that were typed. */
function isPlaywrights(path: string): boolean {
  return /^(error-context\.md|trace\.zip|.*\.(webm|png))$/.test(basename(path));
}
