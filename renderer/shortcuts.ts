import { type CommandName, commands, undoKeys } from '../electron/model/command.ts';
import { isCovered } from './store/covers.ts';
import { runCommand } from './store/run-command.ts';

/** They lead to where something is typed at once. */
const thenTyped: readonly CommandName[] = ['palette', 'find'];

/**
 * Keeps the keys of the application menu from the widgets of the page, wherever the focus is: a button, a list or a
 * select takes Enter whatever is held with it, and a key that the page takes never reaches the menu. Those after which
 * one types without waiting it carries out itself, in that very moment: on the way through the menu, the next keys would
 * still reach what had the focus before, and change it. So it does with all of them while a dialog or the palette is open:
 * they are told what stands in their way, and do not come back from the menu when it has gone.
 */
export function guardShortcuts(): void {
  const byKeys = new Map(
    commands.flatMap(({ name, accelerator }) =>
      accelerator === null ? [] : [[onThisSystem(accelerator), name] as const],
    ),
  );
  window.addEventListener(
    'keydown',
    (event) => {
      const name = byKeys.get(acceleratorOf(event));
      if (name === undefined) return;
      event.stopImmediatePropagation();
      if (!thenTyped.includes(name) && !isCovered()) return;
      event.preventDefault();
      if (!event.repeat) runCommand(name);
    },
    { capture: true },
  );
}

/**
 * Lets the keys that undo take back what was done last, where they mean no text and nothing asks for an answer first: by
 * themselves they would change a field that was left, somewhere in the window.
 */
export function takeUndoKeys(): void {
  const wanted = onThisSystem(undoKeys);
  window.addEventListener('keydown', (event) => {
    if (acceleratorOf(event) !== wanted || event.repeat || event.defaultPrevented) return;
    if (isOfText(event.target) || isInDialog(event.target)) return;
    event.preventDefault();
    runCommand('undo');
  });
}

/** Whether what is typed there can be undone itself. */
function isOfText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !withoutText.has(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

const withoutText: ReadonlySet<string> = new Set(['button', 'checkbox', 'file', 'radio', 'range', 'submit']);

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog]') !== null;

const onThisSystem = (accelerator: string): string =>
  accelerator.replace('CmdOrCtrl', navigator.platform.startsWith('Mac') ? 'Cmd' : 'Ctrl');

/** The keys as Electron writes an accelerator: "Ctrl+Shift+N". */
function acceleratorOf({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): string {
  const held = [ctrlKey && 'Ctrl', metaKey && 'Cmd', altKey && 'Alt', shiftKey && 'Shift'].filter(Boolean);
  return [...held, key.length === 1 ? key.toUpperCase() : key].join('+');
}
