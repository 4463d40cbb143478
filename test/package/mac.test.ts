import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getRawHeader } from '@electron/asar';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PackedApp, packApp } from '../../build/package/pack.ts';
import { makeStandInElectron } from '../../build/package/stand-in-electron.ts';

// electron-builder packs for macOS everywhere but on Windows, which cannot make its links.
describe.skipIf(process.platform === 'win32')('on macOS', () => {
  let packed: PackedApp;
  let information: string;

  beforeAll(() => {
    const scratch = mkdtempSync(join(tmpdir(), 'lukittu-package-'));
    const folder = join(scratch, 'electron');
    makeStandInElectron(folder, 'mac');
    packed = packApp(join(scratch, 'packed'), { folder, system: 'mac' });
    information = readFileSync(join(dirname(packed.resources), 'Info.plist'), 'utf8').replace(/>\s+</g, '><');
    return () => rmSync(scratch, { recursive: true, force: true });
  });

  test('the app takes plans and links', () => {
    expect(information).toContain(
      '<key>CFBundleTypeExtensions</key><array><string>lukittu-plan</string></array>',
    );
    expect(information).toContain('<key>CFBundleTypeIconFile</key><string>plan.icns</string>');
    expect(information).toContain(
      '<key>CFBundleURLSchemes</key><array><string>lukittu-releases</string></array>',
    );
  });

  test('the app says what its archive has to be', () => {
    const { headerString } = getRawHeader(packed.archive);
    const hash = createHash('sha256').update(headerString).digest('hex');
    expect(information).toContain(
      `<key>Resources/app.asar</key><dict><key>algorithm</key><string>SHA256</string><key>hash</key><string>${hash}</string>`,
    );
  });
});
