import { describe, expect, test } from 'vitest';
import { type Installation, whyOff } from '../../../electron/updates/why-off.ts';

const installed = (change: Partial<Installation>): Installation => ({
  platform: 'darwin',
  isPackaged: true,
  hasSource: true,
  program: '/Applications/Lukittu Release Manager.app/Contents/MacOS/Lukittu Release Manager',
  env: {},
  ...change,
});
const appImage = (change: Partial<Installation> = {}): Installation =>
  installed({
    platform: 'linux',
    program: '/tmp/.mount_lukittAbC/lukittu-release-manager',
    env: { APPIMAGE: '/home/ann/lukittu.AppImage', APPDIR: '/tmp/.mount_lukittAbC' },
    ...change,
  });

describe('updates are on', () => {
  test('for what was installed on macOS and Windows, and for an AppImage', () => {
    expect(whyOff(installed({}))).toBeNull();
    expect(whyOff(installed({ platform: 'win32', program: 'C:\\app.exe' }))).toBeNull();
    expect(whyOff(appImage())).toBeNull();
  });
});

describe('updates are off', () => {
  test('during development, whatever else is so', () => {
    expect(whyOff(appImage({ isPackaged: false }))).toBe('development');
  });

  test('for what a package manager has installed', () => {
    const program = '/opt/Lukittu Release Manager/lukittu-release-manager';
    expect(whyOff(installed({ platform: 'linux', program }))).toBe('package-manager');
  });

  test('for the same, started out of another AppImage: its file must not be replaced', () => {
    const env = { APPIMAGE: '/home/ann/terminal.AppImage', APPDIR: '/tmp/.mount_termin' };
    const program = '/opt/Lukittu Release Manager/lukittu-release-manager';
    expect(whyOff(appImage({ env, program }))).toBe('package-manager');
    expect(whyOff(appImage({ env, program: '/tmp/.mount_terminal/lukittu-release-manager' }))).toBe(
      'package-manager',
    );
  });

  test('for an AppImage whose folder is not known', () => {
    expect(whyOff(appImage({ env: { APPIMAGE: '/home/ann/lukittu.AppImage' } }))).toBe('package-manager');
  });

  test('for the portable app', () => {
    const env = { PORTABLE_EXECUTABLE_FILE: 'D:\\portable.exe' };
    expect(whyOff(installed({ platform: 'win32', env }))).toBe('portable');
  });

  test('where it was packed without a place to look', () => {
    expect(whyOff(installed({ hasSource: false }))).toBe('no-source');
    expect(whyOff(appImage({ hasSource: false }))).toBe('no-source');
  });
});
