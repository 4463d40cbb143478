import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { _electron, type Browser, chromium, type ElectronApplication, type Page } from '@playwright/test';
import { type AppCommand, appCommand } from '../../../build/app-command.ts';
import { type CommandName, commands } from '../../../electron/model/command.ts';

export interface LaunchOptions {
  /** The app's data folder; a second launch on it finds what the first left. */
  userData: string;
  /** Added to this process's environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  args?: string[];
}

/** The running app, on Electron where its binary is, otherwise on the Chromium runtime; or the packed app. */
export interface App {
  readonly page: Page;
  readonly userData: string;
  readonly runtime: AppCommand['runtime'];
  /** What the main process has printed so far. */
  output(): string;
  /** Errors of the page so far: exceptions, and what the console was told, broken rules of its policy included. */
  pageErrors(): string[];
  /** Chooses a command of the application menu: by its item in Electron, by its shortcut where no menu is drawn. */
  choose(command: CommandName): Promise<void>;
  /** Closes the window as its user does, and resolves with the app's exit code. */
  closeWindow(): Promise<number | null>;
  /** Quits the app and resolves with its exit code. */
  quit(): Promise<number | null>;
  /** Ends the app's processes at once, as a crash or a power cut would. */
  kill(): Promise<void>;
  /** Starts the app again, on the same data and with the same options; ends this one first if it still runs. */
  relaunch(): Promise<App>;
}

/** Starts the built app (`npm run build`) and waits for its page. */
export async function launchApp(options: LaunchOptions): Promise<App> {
  const { runtime } = appCommand();
  return runtime === 'electron' ? launchOnElectron(options) : launchOverDevTools(options);
}

async function launchOnElectron(options: LaunchOptions): Promise<App> {
  const { command, args } = appCommand();
  const electron: ElectronApplication = await _electron.launch({
    executablePath: command,
    args: [...args, ...(options.args ?? [])],
    env: environment(options),
  });
  const process = electron.process();
  const page = await electron.firstWindow();
  await page.waitForURL('app://**');
  return handle(
    options,
    { runtime: 'electron', page, process },
    {
      choose: (name) =>
        electron.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), name),
      quit: () => electron.evaluate(({ app }) => app.quit()),
      ended: async () => undefined,
    },
  );
}

/** Drives the Chromium runtime, and the packed app, which no other way leads into. */
async function launchOverDevTools(options: LaunchOptions): Promise<App> {
  const { runtime, command, args } = appCommand();
  const process = spawn(command, [...args, '--remote-debugging-port=0', ...(options.args ?? [])], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const browser: Browser = await chromium.connectOverCDP(await endpoint(process), {
    noDefaults: true,
    isLocal: true,
  });
  const context = browser.contexts()[0];
  if (!context) throw new Error('Chromium has no window');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  page.on('dialog', () => undefined); // the runtime answers: without a listener Playwright would
  await page.waitForURL(runtime === 'packed' ? 'app://**' : 'https://*.app.invalid/**');
  return handle(
    options,
    { runtime, page, process },
    {
      choose: async (name) => {
        const accelerator = commands.find((command) => command.name === name)?.accelerator;
        if (accelerator) await page.keyboard.press(accelerator.replace('CmdOrCtrl', 'ControlOrMeta'));
      },
      quit: async () => {
        process.kill('SIGTERM');
      },
      ended: () => browser.close(),
    },
  );
}

/** Starts the app on a data folder where it runs already, and resolves with the exit code of this second start. */
export async function startSecondInstance(userData: string): Promise<number | null> {
  const { command, args } = appCommand();
  const second = spawn(command, args, { env: environment({ userData }), stdio: 'ignore' });
  return new Promise((resolve) => second.once('exit', resolve));
}

/** What is the same on both runtimes. */
function handle(
  options: LaunchOptions,
  { runtime, page, process }: Pick<App, 'runtime' | 'page'> & { process: ChildProcess },
  ways: {
    choose: (name: CommandName) => Promise<void>;
    quit: () => Promise<void>;
    ended: () => Promise<void>;
  },
): App {
  const { userData } = options;
  let output = '';
  const hear = (text: unknown): void => {
    output += String(text);
    appendFileSync(`${userData}.log`, String(text));
  };
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  process.stdout?.on('data', hear);
  process.stderr?.on('data', hear);
  const exit = new Promise<number | null>((resolve) => process.once('exit', (code) => resolve(code)));
  const over = async (): Promise<number | null> => {
    const code = await exit;
    await ways.ended();
    return code;
  };
  const running = (): boolean => process.exitCode === null && process.signalCode === null;
  const app: App = {
    page,
    userData,
    runtime,
    output: () => output,
    pageErrors: () => [...errors],
    choose: ways.choose,
    closeWindow: async () => {
      await page.close({ runBeforeUnload: true });
      return over();
    },
    quit: async () => {
      if (running()) await ways.quit();
      return over();
    },
    kill: async () => {
      if (running()) process.kill('SIGKILL');
      await over();
    },
    relaunch: async () => {
      await app.quit();
      return launchApp(options);
    },
  };
  return app;
}

function environment({ userData, env = {} }: LaunchOptions): Record<string, string> {
  const all = { ...process.env, ...env, LUKITTU_DATA_FOLDER: userData };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The address the runtime prints for a second client. */
async function endpoint(process: ChildProcess): Promise<string> {
  let printed = '';
  const ended = once(process, 'exit').then(() => Promise.reject(new Error(`the app ended:\n${printed}`)));
  ended.catch(() => undefined);
  const found = new Promise<string>((resolve) => {
    process.stderr?.on('data', (text) => {
      printed += String(text);
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    });
  });
  return Promise.race([found, ended]);
}
