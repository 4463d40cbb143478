import { commands } from '../electron/model/command.ts';

/**
 * Keeps the keys of the application menu from the widgets of the page, wherever the focus is: a button, a list or a
 * select takes Enter whatever is held with it, and a key that the page takes never reaches the menu.
 */
export function leaveShortcutsToMenu(): void {
  const mac = navigator.platform.startsWith('Mac');
  const wanted = new Set(
    commands.map(({ accelerator }) => accelerator?.replace('CmdOrCtrl', mac ? 'Cmd' : 'Ctrl')),
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (wanted.has(acceleratorOf(event))) event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/** The keys as Electron writes an accelerator: "Ctrl+Shift+N". */
function acceleratorOf({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): string {
  const held = [ctrlKey && 'Ctrl', metaKey && 'Cmd', altKey && 'Alt', shiftKey && 'Shift'].filter(Boolean);
  return [...held, key.length === 1 ? key.toUpperCase() : key].join('+');
}
