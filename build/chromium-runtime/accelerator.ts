import type { Shortcut } from './page/messages.ts';

/** Electron's names of keys that a `keydown` calls otherwise. */
const keyNames: Record<string, string> = {
  plus: '+',
  space: ' ',
  return: 'enter',
  esc: 'escape',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

/**
 * Reads an Electron accelerator ("CmdOrCtrl+Shift+N").
 *
 * @param mac whether Cmd and CmdOrCtrl mean the command key
 * @throws TypeError for a modifier it does not know
 */
export function parseAccelerator(accelerator: string, mac: boolean): Omit<Shortcut, 'item'> {
  const parts = accelerator.toLowerCase().split('+');
  const key = parts.pop() ?? '';
  const shortcut = { key: keyNames[key] ?? key, ctrl: false, shift: false, alt: false, meta: false };
  for (const part of parts) shortcut[modifier(part, mac)] = true;
  return shortcut;
}

function modifier(name: string, mac: boolean): 'ctrl' | 'shift' | 'alt' | 'meta' {
  switch (name) {
    case 'cmdorctrl':
    case 'commandorcontrol':
      return mac ? 'meta' : 'ctrl';
    case 'ctrl':
    case 'control':
      return 'ctrl';
    case 'cmd':
    case 'command':
    case 'super':
    case 'meta':
      return 'meta';
    case 'shift':
      return 'shift';
    case 'alt':
    case 'option':
      return 'alt';
    default:
      throw new TypeError(`"${name}" is not a modifier of an accelerator`);
  }
}
