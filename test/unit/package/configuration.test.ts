import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Packager } from 'electron-builder';
import { expect, test } from 'vitest';

const projectDir = join(import.meta.dirname, '../../..');

test('what the packages are made by is what electron-builder understands', async () => {
  const packager = new Packager({ projectDir });
  await packager.validateConfig();
  expect(packager.config).toMatchObject({
    appId: 'com.lukittu.release-manager',
    linux: { target: ['AppImage', 'deb', 'rpm', 'tar.gz'] },
    mac: { hardenedRuntime: true, notarize: true },
    win: { target: ['nsis', 'portable'] },
    nsis: { perMachine: false },
  });
});

test('Windows knows the running app by the name it was installed under', async () => {
  const packager = new Packager({ projectDir });
  await packager.validateConfig();
  const lifecycle = readFileSync(join(projectDir, 'electron/lifecycle.ts'), 'utf8');
  expect(lifecycle).toContain(`app.setAppUserModelId('${packager.config.appId}')`);
});

test('a name that electron-builder does not know would be found', async () => {
  const misspelled: object = { runAsNodes: false };
  const packager = new Packager({ projectDir, config: { electronFuses: { ...misspelled } } });
  await expect(packager.validateConfig()).rejects.toThrow('electronFuses');
});

test('the name of every package says its version, system and architecture', async () => {
  const packager = new Packager({ projectDir });
  await packager.validateConfig();
  const { artifactName, portable } = packager.config;
  for (const name of [artifactName, portable?.artifactName]) {
    expect(name).toMatch(/-\$\{version\}-\$\{os\}-\$\{arch\}(-portable)?\.\$\{ext\}$/);
  }
});
