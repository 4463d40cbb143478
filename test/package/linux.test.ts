import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { describe, expect, inject, test } from 'vitest';
import { z } from 'zod';

/** Looks at what a package would be made of, without the tools that would make it. */
async function planPackage<T>(target: string, look: (plan: unknown) => T): Promise<T> {
  const found: T[] = [];
  await build({
    targets: Platform.LINUX.createTarget([target], Arch.x64),
    prepackaged: dirname(inject('executable')),
    publish: 'never',
    effectiveOptionComputed: async (plan) => {
      found.push(look(plan));
      return true;
    },
  });
  const [only] = found;
  if (only === undefined) throw new Error(`electron-builder has planned no ${target}.`);
  return only;
}

/** A package's files by where they are installed; what they hold, where that is text. */
const filesOfDeb = (plan: unknown): Map<string, string> => {
  const [args] = z
    .tuple([z.array(z.string())])
    .rest(z.unknown())
    .parse(plan);
  const places = args.flatMap((arg) => {
    const [, from, to] = /^(\/[^=]+)=(\/usr\/.+)$/.exec(arg) ?? [];
    return from && to ? [[to, /\.(xml|desktop)$/.test(to) ? readFileSync(from, 'utf8') : ''] as const] : [];
  });
  return new Map(places);
};

describe.skipIf(process.platform !== 'linux')('on Linux', () => {
  test('a package puts the app in the menu, with its icons, and takes plans and links', async () => {
    const files = await planPackage('deb', filesOfDeb);
    const desktop = files.get('/usr/share/applications/lukittu-release-manager.desktop')?.split('\n');
    expect(desktop).toEqual(
      expect.arrayContaining([
        'Name=Lukittu Release Manager',
        'Icon=lukittu-release-manager',
        'StartupWMClass=lukittu-release-manager',
        'Categories=Development;',
        'MimeType=application/x-lukittu-plan;x-scheme-handler/lukittu-releases;',
      ]),
    );
    expect(desktop?.find((line) => line.startsWith('Exec='))).toMatch(/^Exec="[^"]+" %U$/);
    const mime = files.get('/usr/share/mime/packages/lukittu-release-manager.xml');
    expect(mime).toContain('<mime-type type="application/x-lukittu-plan">');
    expect(mime).toContain('<glob pattern="*.lukittu-plan"/>');
    for (const size of [16, 32, 48, 256, 512]) {
      expect([...files.keys()]).toContain(
        `/usr/share/icons/hicolor/${size}x${size}/apps/lukittu-release-manager.png`,
      );
    }
  });

  test('a window finds its icon where no menu entry has one', () => {
    const png = readFileSync(join(dirname(inject('archive')), 'icon.png'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
  });

  test('the menu entry of an AppImage does not switch the sandbox off', async () => {
    const desktop = await planPackage(
      'AppImage',
      (plan) => z.object({ desktop: z.string() }).parse(plan).desktop,
    );
    expect(desktop.split('\n')).toContain('Exec=AppRun %U');
  });
});
