import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Configuration, Packager } from 'electron-builder';
import { describe, expect, test } from 'vitest';
import { linkScheme } from '../../../electron/model/release-link.ts';
import { isPlanName } from '../../../electron/opening/plan-name.ts';

const projectDir = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(projectDir, path), 'utf8');

/** What the packages are made by, once electron-builder has held it against its own schema. */
async function configuration(): Promise<Configuration> {
  const packager = new Packager({ projectDir });
  await packager.validateConfig();
  return packager.config;
}

test('what the packages are made by is what electron-builder understands', async () => {
  expect(await configuration()).toMatchObject({
    appId: 'com.lukittu.release-manager',
    asarUnpack: ['**/*.node'],
  });
});

test('a name that electron-builder does not know would be found', async () => {
  const misspelled: object = { runAsNodes: false };
  const packager = new Packager({ projectDir, config: { electronFuses: { ...misspelled } } });
  await expect(packager.validateConfig()).rejects.toThrow('electronFuses');
});

describe('the packages', () => {
  test('of Linux are AppImage, deb, rpm and tar.gz, in the menu among what developers use', async () => {
    expect((await configuration()).linux).toMatchObject({
      target: ['AppImage', 'deb', 'rpm', 'tar.gz'],
      category: 'Development',
      icon: 'out/icons/linux',
      syncDesktopName: true,
    });
  });

  test('of macOS are dmg and zip for both processors, hardened, and notarised where an account is named', async () => {
    expect((await configuration()).mac).toMatchObject({
      target: [
        { target: 'dmg', arch: 'universal' },
        { target: 'zip', arch: 'universal' },
      ],
      icon: 'out/icons/app.icns',
      hardenedRuntime: true,
      entitlements: 'build/package/entitlements.mac.plist',
      entitlementsInherit: 'build/package/entitlements.mac.plist',
      notarize: true,
    });
  });

  test('of macOS may compile, as V8 does, and nothing else that the hardened runtime forbids', () => {
    const entitlements = read('build/package/entitlements.mac.plist');
    expect(entitlements.match(/<key>.*<\/key>\s*<\w+\/>/g)).toEqual([
      expect.stringMatching(/^<key>com\.apple\.security\.cs\.allow-jit<\/key>\s*<true\/>$/),
    ]);
  });

  test('of Windows are an installer for one user and a portable one; neither asks for an administrator', async () => {
    const { win, nsis, portable } = await configuration();
    expect(win).toMatchObject({ target: ['nsis', 'portable'], icon: 'out/icons/app.ico' });
    expect(win).not.toHaveProperty('requestedExecutionLevel');
    expect(nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false });
    expect(nsis).not.toHaveProperty('allowElevation', true);
    expect(portable).toMatchObject({ requestExecutionLevel: 'user' });
  });

  test('say version, system and architecture in their names, whatever they are', async () => {
    const names = artifactNamesIn(await configuration());
    expect(names).toHaveLength(2);
    for (const name of names) {
      expect(name).toMatch(
        /^lukittu-release-manager-\$\{version\}-\$\{os\}-\$\{arch\}(-portable)?\.\$\{ext\}$/,
      );
    }
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what the system hands to the app', () => {
  test('are plan files, by their ending and their MIME type, and links of the app’s own scheme', async () => {
    const { fileAssociations, protocols } = await configuration();
    expect(fileAssociations).toEqual([
      expect.objectContaining({
        ext: 'lukittu-plan',
        mimeType: 'application/x-lukittu-plan',
        icon: 'out/icons/plan.ico',
      }),
    ]);
    expect(isPlanName('winter.lukittu-plan')).toBe(true);
    expect(protocols).toEqual([expect.objectContaining({ schemes: [linkScheme] })]);
  });

  test('is handed over on Windows behind the end of the options, and no more once the app is removed', async () => {
    expect((await configuration()).nsis).toMatchObject({ include: 'build/package/installer.nsh' });
    const installer = read('build/package/installer.nsh');
    const place = `Software\\Classes\\${linkScheme}`;
    expect(installer).toContain(`"${place}" "URL Protocol" ""`);
    expect(installer).toContain(
      `"${place}\\shell\\open\\command" "" '"$INSTDIR\\\${APP_EXECUTABLE_FILENAME}" -- "%1"'`,
    );
    expect(installer).toContain(`DeleteRegKey SHELL_CONTEXT "${place}"`);
  });

  test('goes on Windows to the app under the name it was installed under', async () => {
    const { appId } = await configuration();
    expect(read('electron/lifecycle.ts')).toContain(`app.setAppUserModelId('${appId}')`);
  });
});

/** The patterns that packages are named by: of all, and of single kinds. */
function artifactNamesIn(part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'artifactName' ? [value] : artifactNamesIn(value),
  );
}
