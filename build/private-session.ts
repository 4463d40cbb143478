import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { constants as system, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Size of the virtual display, in pixels. */
const screen = '1440x900';

/** Set inside, so that a script inside a session does not start another. */
const marker = 'LUKITTU_PRIVATE_SESSION';

/**
 * Runs this script again in a session of its own, and ends with its exit code: on a virtual display, with a D-Bus
 * and an unlocked keyring that nobody else uses. Nothing of the user's desktop or keyring is touched. Comes back
 * at once when the script runs in one already, and on systems that have no such sessions.
 *
 * @throws Error when Xvfb, D-Bus or the keyring is not installed
 */
export async function enterPrivateSession(): Promise<void> {
  if (process.platform !== 'linux' || process.env[marker]) return;
  const [script = '', ...args] = process.argv.slice(1);
  process.exit(await runInPrivateSession(script, args));
}

/** Runs a script of the project in a session of its own, and answers with its exit code. */
export async function runInPrivateSession(script: string, args: readonly string[]): Promise<number> {
  need('gnome-keyring-daemon');
  const folder = mkdtempSync(join(tmpdir(), 'lukittu-session-'));
  const display = await startDisplay();
  try {
    // The bus and the keyring talk to nobody; the script's own errors go past them, through 3.
    const keyring =
      'printf test | HOME="$XDG_DATA_HOME" gnome-keyring-daemon --unlock --components=secrets >/dev/null 3>&-; exec "$@" 2>&3 3>&-';
    const child = spawn(
      need('dbus-run-session'),
      ['--', 'sh', '-c', keyring, 'sh', process.execPath, script, ...args],
      {
        stdio: ['inherit', 'inherit', 'ignore', process.stderr.fd],
        env: {
          ...withoutDesktop(),
          [marker]: '1',
          DISPLAY: display.name,
          LUKITTU_SCREEN: screen,
          XDG_DATA_HOME: folder,
          XDG_RUNTIME_DIR: folder,
          NO_AT_BRIDGE: '1',
        },
      },
    );
    return await exitCode(child);
  } finally {
    display.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a window can be shown to somebody. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Starts Xvfb on a display number of its own choosing; resolves when it takes windows. */
async function startDisplay(): Promise<{ name: string; stop: () => void }> {
  const xvfb = spawn(
    need('Xvfb'),
    ['-displayfd', '3', '-screen', '0', `${screen}x24`, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const [number] = await Promise.race([
    once(xvfb.stdio[3] ?? xvfb, 'data'),
    once(xvfb, 'exit').then(() => Promise.reject(new Error('Xvfb did not start.'))),
  ]);
  return { name: `:${String(number).trim()}`, stop: () => xvfb.kill() };
}

/** The environment, less what leads to the user's own desktop and keyring; in English, as the tests read it. */
function withoutDesktop(): NodeJS.ProcessEnv {
  const {
    WAYLAND_DISPLAY: _wayland,
    DBUS_SESSION_BUS_ADDRESS: _bus,
    GNOME_KEYRING_CONTROL: _keyring,
    XAUTHORITY: _authority,
    LANGUAGE: _language,
    LC_ALL: _locale,
    ...env
  } = process.env;
  // The one locale with UTF-8 that is always there: without one, names of files beyond ASCII are lost.
  return { ...env, LANG: 'C.UTF-8' };
}

function need(program: string): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  throw new Error(`${program} is not installed. Run: npm run setup`);
}

/** Passes signals on until the process has ended. */
async function exitCode(child: ChildProcess): Promise<number> {
  const pass = (signal: NodeJS.Signals): boolean => child.kill(signal);
  const signals = ['SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, pass);
  const ignore = (): void => undefined; // a terminal sends it to the script too
  process.on('SIGINT', ignore);
  const [code, signal]: [number | null, NodeJS.Signals | null] = await once(child, 'exit').then(
    ([code, signal]) => [code, signal],
  );
  for (const one of signals) process.off(one, pass);
  process.off('SIGINT', ignore);
  return code ?? 128 + (signal === null ? 0 : system.signals[signal]);
}
