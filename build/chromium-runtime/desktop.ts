import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { dirname } from 'node:path';
import type { Emits } from './answers.ts';
import { showMessageBox } from './message-box.ts';
import { showSaveDialog } from './save-dialog.ts';

/** The desktop around the window: as much of it as a window under development needs. */

export const shell = {
  /** Leaves it to the desktop's opener; rejects when there is none. */
  openExternal: (url: string) => open(url),
  showItemInFolder: (path: string) => {
    open(dirname(path)).catch(() => undefined);
  },
} satisfies Pick<Electron.Shell, 'openExternal' | 'showItemInFolder'>;

export const dialog = {
  showErrorBox: (title: string, content: string) => {
    process.stderr.write(`${title}\n${content}\n`);
  },
  showMessageBox,
  showSaveDialog,
} satisfies Pick<Electron.Dialog, 'showErrorBox' | 'showMessageBox' | 'showSaveDialog'>;

/** Never tells of a suspend or a resume. */
export const powerMonitor = new EventEmitter();

const blockers = new Set<number>();
/** Counts, but holds nothing awake. */
export const powerSaveBlocker = {
  start: () => {
    const id = blockers.size + 1;
    blockers.add(id);
    return id;
  },
  stop: (id: number) => blockers.delete(id),
  isStarted: (id: number) => blockers.has(id),
} satisfies Pick<Electron.PowerSaveBlocker, 'start' | 'stop' | 'isStarted'>;

/** An icon that is not drawn: a second start brings the app back. */
export class Tray
  extends EventEmitter<Emits<Electron.Tray, { click: [] }>>
  implements Pick<Electron.Tray, 'destroy' | 'isDestroyed' | 'setToolTip'>
{
  #destroyed = false;
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  destroy(): void {
    this.#destroyed = true;
  }
  setToolTip(): void {}
  setContextMenu(): void {}
}

/** Images are only for what is not drawn. */
export const nativeImage = {
  createFromDataURL: () => ({ addRepresentation: () => undefined }),
};

/** One display of the size in `LUKITTU_SCREEN` ("1440x900"), which is set where a virtual one is started. */
const [width = 1920, height = 1080] = (process.env.LUKITTU_SCREEN ?? '1920x1080').split('x').map(Number);
const bounds = { x: 0, y: 0, width, height };
const display = { id: 1, bounds, workArea: bounds, scaleFactor: 1 } satisfies Partial<Electron.Display>;
export const screen = {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
};

function open(target: string): Promise<void> {
  const [command, ...before] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['explorer'] : ['xdg-open'];
  return new Promise((resolve, reject) => {
    const opener = spawn(command ?? '', [...before, target], { stdio: 'ignore', detached: true });
    opener.once('error', reject);
    opener.once('spawn', () => {
      opener.unref();
      resolve();
    });
  });
}
