/** An Electron accelerator in words ("Ctrl+Shift+N"), on a Mac in its signs ("⇧⌘N"). */
export function keysOf(accelerator: string, mac: boolean): string {
  const keys = accelerator.split('+');
  if (!mac) return keys.map((key) => names[key] ?? key).join('+');
  const held = macOrder.filter((key) => keys.includes(key));
  const rest = keys.filter((key) => !macOrder.includes(key));
  return [...held, ...rest].map((key) => macSigns[key] ?? key).join('');
}

const names: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl' };

/** As the menus of a Mac list them. */
const macOrder: readonly string[] = ['Alt', 'Shift', 'CmdOrCtrl'];
const macSigns: Readonly<Record<string, string>> = {
  Alt: '⌥',
  Shift: '⇧',
  CmdOrCtrl: '⌘',
  Enter: '↩',
  Backspace: '⌫',
};
