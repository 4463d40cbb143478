import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { platform } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { _electron, type Browser, chromium, type ElectronApplication, type Page } from '@playwright/test';
import { type AppCommand, appCommand } from '../../../build/app-command.ts';
import { type CommandName, commands } from '../../../electron/model/command.ts';
import { commandLabels } from '../../../electron/model/english-commands.ts';
import { readEndpoints } from './endpoints.ts';
import { titlesOf, watchTitles } from './titles.ts';

export interface LaunchOptions {
  /** The app's data folder; a second launch on it finds what the first left. */
  userData: string;
  /** Added to this process's environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  args?: string[];
  /** Where Electron proposes to save files, in place of the user's own downloads. */
  downloads?: string;
  /** Another app than the built one: a folder with its `package.json`. */
  folder?: string;
  /** How long nobody looks at the window after the start, in ms: who looks takes its time, which a bench would count. */
  aloneFor?: number;
  /** Told of each app that has started: this one, and those that `relaunch` starts after it. */
  onLaunch?: (app: App) => void;
  /** Waited for before a window is closed, or the app quit, as its user does. */
  onLeave?: (app: App) => Promise<void>;
}

/** The running app, on Electron where its binary is, otherwise on the Chromium runtime; or the packed app. */
export interface App {
  readonly page: Page;
  readonly userData: string;
  readonly runtime: AppCommand['runtime'];
  /** Of the main process. */
  readonly pid: number;
  /** What the main process has printed so far. */
  output(): string;
  /** Each title the window has had since its page was loaded. */
  titles(): Promise<string[]>;
  /** Errors of the page so far: exceptions, and what the console was told, broken rules of its policy included. */
  pageErrors(): string[];
  /** Chooses a command of the application menu: by its item in Electron; where no menu is drawn, by its shortcut or, without one, from the palette. */
  choose(command: CommandName): Promise<void>;
  /** Closes the window as its user does, and resolves with the app's exit code; on macOS, where it stays, after quitting it. */
  closeWindow(): Promise<number | null>;
  /** Begins to close the window as its user does: the app may ask first, and may go on without it. */
  clickClose(): Promise<void>;
  /** Quits as its user does, by the menu: the app may ask first. */
  chooseQuit(): Promise<void>;
  /** Waits for the app's question, answers it with the button of this name, and gives the question. */
  answer(button: string, tick?: string): Promise<string>;
  /** The app with the window that has come after the one that was closed. */
  cameBack(): Promise<App>;
  /** Resolves with the exit code when the app has ended. */
  ended(): Promise<number | null>;
  /** Ends the app as the end of the session does, which asks nothing, and resolves with its exit code. */
  quit(): Promise<number | null>;
  /** Ends the app's processes at once, as a crash or a power cut would. */
  kill(): Promise<void>;
  /** Starts the app again, on the same data and with the same options; ends this one first if it still runs. */
  relaunch(): Promise<App>;
}

/** Starts the built app (`npm run build`) and waits for its page. */
export async function launchApp(options: LaunchOptions): Promise<App> {
  const { runtime } = appCommand();
  const isDriven = runtime === 'electron' && options.aloneFor === undefined;
  const app = await (isDriven ? launchOnElectron(options) : launchOverDevTools(options));
  options.onLaunch?.(app);
  return app;
}

async function launchOnElectron(options: LaunchOptions): Promise<App> {
  const { command, args } = appCommand(options.folder);
  const electron: ElectronApplication = await _electron.launch({
    executablePath: command,
    args: [...args, ...(options.args ?? [])],
    env: environment(options),
  });
  await holdQuestions(electron);
  await saveAsProposed(electron);
  if (options.downloads !== undefined) {
    await electron.evaluate(({ app }, folder) => app.setPath('downloads', folder), options.downloads);
  }
  const page = await electron.firstWindow();
  await page.waitForURL('app://**');
  return handle(options, createRecord(options, electron.process()), {
    runtime: 'electron',
    page,
    choose: (name) =>
      electron.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), name),
    chooseQuit: () => electron.evaluate(({ app }) => app.quit()),
    answer: (button, tick) => answerHeld(electron, button, tick !== undefined),
    cameBack: async () => {
      const next = electron.windows()[0] ?? (await electron.waitForEvent('window'));
      await next.waitForURL('app://**');
      return { page: next };
    },
    endSession: () => electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown')),
    close: async () => undefined,
  });
}

/** Drives the Chromium runtime, the packed app, which no other way leads into, and an app that is left alone at first. */
async function launchOverDevTools(options: LaunchOptions): Promise<App> {
  const { runtime, command, args } = appCommand(options.folder);
  const process = spawn(command, [...args, '--remote-debugging-port=0', ...(options.args ?? [])], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endpoints = readEndpoints(process);
  const record = createRecord(options, process);
  const alone = setTimeout(options.aloneFor ?? 0);
  const open = async (): Promise<Pick<Ways, 'page' | 'close'>> => {
    const [address] = await Promise.all([endpoints(), alone]);
    const browser: Browser = await chromium.connectOverCDP(address, {
      noDefaults: true,
      isLocal: true,
    });
    const context = browser.contexts()[0];
    if (!context) throw new Error('Chromium has no window');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    page.on('dialog', () => undefined); // the runtime answers: without a listener Playwright would
    await page.waitForURL(runtime === 'chromium' ? 'https://*.app.invalid/**' : 'app://**');
    return { page, close: () => browser.close() };
  };
  const waysOf = (opened: Pick<Ways, 'page' | 'close'>): Ways => ({
    ...opened,
    runtime,
    choose: async (name) => {
      const { page } = opened;
      const accelerator = shortcutOf(name);
      if (accelerator !== null) {
        await page.keyboard.press(accelerator.replace('CmdOrCtrl', 'ControlOrMeta'));
        return;
      }
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('searchbox', { name: 'Search releases, drafts' }).fill(commandLabels[name]);
      await page.getByRole('menuitem', { name: commandLabels[name] }).click();
    },
    chooseQuit: () => opened.page.keyboard.press('ControlOrMeta+q'),
    answer: async (button, tick) => {
      if (runtime === 'packed') throw new Error('the questions of the packed app are the system’s');
      const question = opened.page.getByRole('alertdialog');
      await question.waitFor();
      const words = await question.innerText();
      if (tick !== undefined) await question.getByRole('checkbox', { name: tick }).check();
      // The window may be gone before the click is reported as done.
      const click = question.getByRole('button', { name: button, exact: true }).click();
      await click.catch((error: unknown) => {
        if (!opened.page.isClosed()) throw error;
      });
      return words;
    },
    cameBack: async () => waysOf(await open()),
    endSession: async () => void process.kill('SIGTERM'),
  });
  return handle(options, record, waysOf(await open()));
}

/** Electron's questions are the system's, which nothing can click: they are held until a test answers them. */
async function holdQuestions(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ dialog }) => {
    const held: unknown[] = [];
    Reflect.set(globalThis, 'heldQuestions', held);
    Reflect.set(
      dialog,
      'showMessageBox',
      (...given: unknown[]) => new Promise((resolve) => held.push({ options: given.at(-1), resolve })),
    );
  });
}

/** Saves files as somebody does who takes what is proposed, with a number in the name where there is such a file. */
async function saveAsProposed(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ dialog }) => {
    const { existsSync, mkdirSync } = process.getBuiltinModule('node:fs');
    const { join, parse } = process.getBuiltinModule('node:path');
    Reflect.set(dialog, 'showSaveDialog', async (...given: unknown[]) => {
      const { dir, name, ext } = parse(Object(given.at(-1)).defaultPath);
      mkdirSync(dir, { recursive: true });
      let filePath = join(dir, `${name}${ext}`);
      for (let number = 1; existsSync(filePath); number += 1)
        filePath = join(dir, `${name} (${number})${ext}`);
      return { canceled: false, filePath };
    });
  });
}

async function answerHeld(electron: ElectronApplication, button: string, tick: boolean): Promise<string> {
  const held = await electron.evaluateHandle(async () => {
    const questions: unknown[] = Reflect.get(globalThis, 'heldQuestions');
    while (questions.length === 0) await new Promise((resolve) => setImmediate(resolve));
    return questions.shift();
  });
  return held.evaluate(
    (question, given) => {
      const { options, resolve } = Object(question);
      resolve({ response: options.buttons.indexOf(given.button), checkboxChecked: given.tick });
      return `${options.message}\n${options.detail}`;
    },
    { button, tick },
  );
}

/** Starts the app on a data folder where it runs already, and resolves with the exit code of this second start. */
export async function startSecondInstance(
  userData: string,
  more: readonly string[] = [],
): Promise<number | null> {
  const { command, args } = appCommand();
  const second = spawn(command, [...args, ...more], { env: environment({ userData }), stdio: 'ignore' });
  return new Promise((resolve) => second.once('exit', resolve));
}

function shortcutOf(name: CommandName): string | null {
  const found = commands.find((command) => command.name === name);
  if (!found) throw new Error(`there is no command ${name}`);
  return found.accelerator;
}

/** How a window of the app is handled on one of the runtimes. */
interface Ways extends Pick<App, 'runtime' | 'page' | 'choose' | 'chooseQuit' | 'answer'> {
  cameBack(): Promise<Partial<Ways>>;
  endSession(): Promise<void>;
  /** Lets go of the window. */
  close(): Promise<void>;
}

/** The app's process, and what it has printed. */
interface Recorded {
  readonly process: ChildProcess;
  readonly exit: Promise<number | null>;
  output(): string;
}

function createRecord({ userData }: LaunchOptions, process: ChildProcess): Recorded {
  let output = '';
  const hear = (text: unknown): void => {
    output += String(text);
    appendFileSync(`${userData}.log`, String(text));
  };
  process.stdout?.on('data', hear);
  process.stderr?.on('data', hear);
  const exit = new Promise<number | null>((resolve) => process.once('exit', (code) => resolve(code)));
  return { process, exit, output: () => output };
}

/** What is the same on both runtimes. */
function handle(options: LaunchOptions, record: Recorded, ways: Ways): App {
  const { userData } = options;
  const { process, exit, output } = record;
  const { page, runtime } = ways;
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('domcontentloaded', () => void watchTitles(page));
  void watchTitles(page);
  const leave = async (): Promise<void> => {
    if (running() && !page.isClosed()) await options.onLeave?.(app);
  };
  const over = async (): Promise<number | null> => {
    const code = await exit;
    await ways.close();
    return code;
  };
  const running = (): boolean => process.exitCode === null && process.signalCode === null;
  const app: App = {
    page,
    userData,
    runtime,
    pid: record.process.pid ?? -1,
    output,
    pageErrors: () => [...errors],
    titles: () => titlesOf(page),
    choose: ways.choose,
    chooseQuit: async () => {
      await leave();
      await ways.chooseQuit();
    },
    answer: ways.answer,
    clickClose: async () => {
      await leave();
      await page.close({ runBeforeUnload: true });
    },
    closeWindow: async () => {
      await leave();
      await page.close({ runBeforeUnload: true });
      if (platform() === 'darwin' && running()) await ways.endSession();
      return over();
    },
    cameBack: async () => handle(options, record, { ...ways, ...(await ways.cameBack()) }),
    ended: over,
    quit: async () => {
      await leave();
      if (running()) await ways.endSession();
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

/** Whatever the machine's language and region are. Systems other than Linux ask elsewhere. */
const inBritain = { LANG: 'en_GB.UTF-8', LANGUAGE: 'en_GB', LC_ALL: undefined };

function environment({ userData, env = {} }: LaunchOptions): Record<string, string> {
  const all = { ...process.env, ...inBritain, ...env, LUKITTU_DATA_FOLDER: userData };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
