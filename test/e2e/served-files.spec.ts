import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type TestInfo } from '@playwright/test';
import { test } from './support/test.ts';

/** What the page gets of the app's files, in a copy of the app with more beside and within them. */

const project = join(import.meta.dirname, '../..');

// What a script writes into the page is stopped by Trusted Types; what the page is served with, by the policy's
// sources alone.
test('obeys nothing inline, even where it stands in the page’s own file', async ({ launch }, testInfo) => {
  const folder = copyOfApp(testInfo);
  const file = join(folder, 'out/renderer/index.html');
  const smuggled = `
    <style>#smuggled { margin-top: 71px }</style>
    <p id="smuggled" style="margin-left: 72px" onclick="window.ranHandler = true">smuggled</p>
    <script>window.ranInline = true</script>
    <script src="data:text/javascript,window.ranData = true"></script>`;
  writeFileSync(file, readFileSync(file, 'utf8').replace('<body>', `<body>${smuggled}`));

  const app = await launch({ folder });
  await app.page.locator('#root > *').first().waitFor();
  const obeyed = await app.page.locator('#smuggled').evaluate((element) => {
    element.dispatchEvent(new MouseEvent('click'));
    const { marginTop, marginLeft } = getComputedStyle(element);
    const ran = ['ranHandler', 'ranInline', 'ranData'].filter((name) => Reflect.has(window, name));
    return [...ran, ...[marginTop, marginLeft].filter((margin) => margin.startsWith('7'))];
  });

  await app.quit();
  removeCopy(folder);

  expect(obeyed).toEqual([]);
});

test('serves only its own files', async ({ launch }, testInfo) => {
  const folder = copyOfApp(testInfo);
  const [renderer, probe] = [join(folder, 'out/renderer'), join(folder, 'out/probe.js')];
  for (const path of [probe, join(renderer, 'own.js'), join(renderer, 'assets/own.js')]) {
    writeFileSync(path, 'export {};');
  }
  if (process.platform !== 'win32') symlinkSync(probe, join(renderer, 'linked.js'));

  const app = await launch({ folder });
  const loaded = await app.page.evaluate(async (outside) => {
    const elsewhere = `${window.location.protocol}//${window.location.host.replace('lukittu', 'elsewhere')}`;
    const paths = [
      '/own.js',
      '/assets/own.js',
      '/../probe.js',
      '/%2e%2e/probe.js',
      '/%2e%2e%2fprobe.js',
      '/..%2fprobe.js',
      '/..%252fprobe.js',
      '/..%5cprobe.js',
      '/..\\probe.js',
      '/assets/../../probe.js',
      '/assets/..%2f..%2fprobe.js',
      '/./..%2fprobe.js',
      '/linked.js',
      '/own.js%00',
      '/assets//own.js',
      '/assets%2fown.js',
      '/OWN.JS',
      `/${encodeURIComponent(outside)}`,
      `/${outside}`,
      outside,
      `file://${outside}`,
      `${elsewhere}/own.js`,
      `${elsewhere}/..%2fprobe.js`,
    ];
    const tries = paths.map((path) =>
      import(path).then(
        () => path,
        () => null,
      ),
    );
    return (await Promise.all(tries)).filter(Boolean);
  }, probe);

  await app.quit();
  removeCopy(folder);

  expect(loaded).toEqual(['/own.js', '/assets/own.js']);
});

/** The built app in a folder of its own, where it can be changed. */
function copyOfApp(testInfo: TestInfo): string {
  const folder = testInfo.outputPath('app');
  for (const part of ['package.json', 'out']) {
    cpSync(join(project, part), join(folder, part), { recursive: true });
  }
  return folder;
}

/** The app knows the demo team's key, and is nothing that it leaves behind. */
function removeCopy(folder: string): void {
  rmSync(folder, { recursive: true, maxRetries: 10 });
}
