import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Emits } from './answers.ts';
import { app } from './app.ts';

type Events = Emits<Electron.Notification, { show: []; click: []; close: []; failed: [] }>;

/** A notification of the desktop, through its `notify-send`; where that is not installed there are none. */
export class Notification
  extends EventEmitter<Events>
  implements Pick<Electron.Notification, 'title' | 'body' | 'show' | 'close'>
{
  title: string;
  body: string;
  #sender: ChildProcess | null = null;

  static isSupported(): boolean {
    return process.platform === 'linux' && (process.env.PATH ?? '').split(delimiter).some(hasSender);
  }

  constructor({
    title = '',
    body = '',
  }: Pick<Electron.NotificationConstructorOptions, 'title' | 'body'> = {}) {
    super();
    this.title = title;
    this.body = body;
  }

  /** It waits for the click, and prints the action's name then. */
  show(): void {
    const args = [
      `--app-name=${app.getName()}`,
      '--action=default=Open',
      '--wait',
      '--',
      this.title,
      this.body,
    ];
    const sender = spawn(sendProgram, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    this.#sender = sender;
    let printed = '';
    sender.stdout.on('data', (text) => {
      printed += String(text);
    });
    sender.once('error', () => undefined);
    sender.once('close', () => this.emit(printed.trim() === 'default' ? 'click' : 'close'));
    sender.unref();
    const stop = (): boolean => sender.kill();
    process.once('exit', stop);
    sender.once('close', () => process.off('exit', stop));
    this.emit('show');
  }

  close(): void {
    this.#sender?.kill();
  }
}

const sendProgram = 'notify-send';

function hasSender(folder: string): boolean {
  try {
    accessSync(join(folder, sendProgram), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
