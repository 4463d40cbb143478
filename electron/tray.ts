import { app, Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { QueueWords } from './services/queue-words.ts';
import { words } from './texts/words.ts';
import { trayIcon } from './tray-icon.ts';

/** The icon that stands for the app while it has no window. macOS has the dock for that. */
export interface TrayIcon {
  show(words: QueueWords): void;
  hide(): void;
}

export interface TrayCommands {
  readonly open: () => void;
  readonly pauseAll: () => void;
  readonly resumeAll: () => void;
}

export function createTrayIcon(commands: TrayCommands): TrayIcon {
  let tray: Tray | null = null;
  let shown = '';
  return {
    show: (words) => {
      const next = JSON.stringify(words);
      if (tray && next === shown) return;
      shown = next;
      tray ??= makeTray(commands.open);
      tray.setToolTip(`${app.name}: ${words.standing}`);
      tray.setContextMenu(menuOf(words, commands));
    },
    hide: () => {
      tray?.destroy();
      tray = null;
    },
  };
}

function makeTray(open: () => void): Tray {
  const image = nativeImage.createFromDataURL(trayIcon.normal);
  image.addRepresentation({ scaleFactor: 2, dataURL: trayIcon.double });
  const tray = new Tray(image);
  tray.on('click', open);
  return tray;
}

function menuOf({ standing, offer }: QueueWords, { open, pauseAll, resumeAll }: TrayCommands): Menu {
  const said = words().desktop.tray;
  const ofQueue: Record<'pause' | 'resume', MenuItemConstructorOptions> = {
    pause: { label: said.pauseAll, click: pauseAll },
    resume: { label: said.resumeAll, click: resumeAll },
  };
  return Menu.buildFromTemplate([
    { label: standing, enabled: false },
    { type: 'separator' },
    { label: said.open(app.name), click: open },
    ...(offer === null ? [] : [ofQueue[offer]]),
    { type: 'separator' },
    { label: said.quit, click: () => app.quit() },
  ]);
}
