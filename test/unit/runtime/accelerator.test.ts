import { expect, test } from 'vitest';
import { parseAccelerator } from '../../../build/chromium-runtime/accelerator.ts';
import { commands } from '../../../electron/model/command.ts';

test('CmdOrCtrl is the command key on a Mac and Ctrl elsewhere', () => {
  expect(parseAccelerator('CmdOrCtrl+N', true)).toMatchObject({ key: 'n', meta: true, ctrl: false });
  expect(parseAccelerator('CmdOrCtrl+N', false)).toMatchObject({ key: 'n', meta: false, ctrl: true });
});

test('keys that Electron calls otherwise are known by the name that an event has for them', () => {
  expect(parseAccelerator('Shift+Plus', false)).toMatchObject({ key: '+', shift: true });
  expect(parseAccelerator('Alt+Left', false)).toMatchObject({ key: 'arrowleft', alt: true });
  expect(parseAccelerator('F6', false)).toMatchObject({ key: 'f6' });
});

test('every shortcut of the menu is understood, and no two are the same', () => {
  const shortcuts = commands.flatMap(({ accelerator }) =>
    accelerator === null ? [] : [JSON.stringify(parseAccelerator(accelerator, false))],
  );
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
});

test('a modifier that does not exist is not passed over', () => {
  expect(() => parseAccelerator('Hyper+N', false)).toThrow(/hyper/);
});
