import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import browsers from './browsers.json' with { type: 'json' };
import { windowLocale } from './locale.ts';
import { getPath } from './paths.ts';
import { preferAsElectron } from './preferences.ts';

export interface Chromium {
  context: BrowserContext;
  page: Page;
}

/** Path of the system's Chromium or Chrome; the variable `CHROMIUM` goes before what is found. Null when there is none. */
function findChromium(): string | null {
  const candidates = [process.env.CHROMIUM, ...browsers];
  return candidates.find((path) => path !== undefined && isExecutable(path)) ?? null;
}

/**
 * Shows an empty window of the app in Chromium, driven through a pipe, so that no port is opened and Chromium
 * ends when this process does. Only a test that passes `--remote-debugging-port` opens a port, on loopback.
 *
 * @param look title and background of the window until its page is there
 */
export async function openChromium(options: {
  profile: string;
  bounds: Partial<Electron.Rectangle>;
  look: { title: string; background: string };
  debuggingPort: string | null;
}): Promise<Chromium> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error('No Chromium was found: install it, or set CHROMIUM to its path.');
  mkdirSync(options.profile, { recursive: true, mode: 0o700 });
  preferAsElectron(options.profile);
  rmSync(join(options.profile, 'DevToolsActivePort'), { force: true }); // of a Chromium that was killed
  const { x, y, width = 800, height = 600 } = options.bounds;
  const { title, background } = options.look;
  const empty = `<title>${title}</title><style>html{background:${background}}</style>`;
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath,
    headless: false,
    // Chromium refuses to sandbox the pages of a root user.
    chromiumSandbox: process.getuid?.() !== 0,
    // The window and the system decide, not Playwright's defaults for tests.
    viewport: null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    // Chromium’s own translations may not be installed; the page’s language does not hang on them.
    locale: windowLocale(),
    acceptDownloads: true,
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    ignoreDefaultArgs: ['--enable-automation', 'about:blank'],
    args: [
      `--app=data:text/html,${encodeURIComponent(empty)}`,
      `--window-size=${width},${height}`,
      ...(x === undefined || y === undefined ? [] : [`--window-position=${x},${y}`]),
      '--test-type', // no bar that warns of flags
      '--hide-crash-restore-bubble',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--webrtc-ip-handling-policy=disable_non_proxied_udp',
      // A virtual display has no GPU, and drawing as if it had one costs more than drawing without.
      ...(process.env.LUKITTU_SCREEN === undefined ? [] : ['--disable-gpu']),
      ...(options.debuggingPort === null ? [] : [`--remote-debugging-port=${options.debuggingPort}`]),
    ],
  });
  // A profile that crashed may bring an old window back: the app has one.
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  keepDownloads(page);
  await context.route('**/*', (route) => route.abort('blockedbyclient'));
  if (options.debuggingPort !== null) await tellEndpoint(options.profile);
  return { context, page };
}

/** Electron asks where to; here a download goes where a browser's does. */
export function keepDownloads(page: Page): void {
  page.on('download', (download) => {
    download.saveAs(join(getPath('downloads'), download.suggestedFilename())).catch(() => undefined);
  });
}

/** Says where a second client finds Chromium, in the words in which Electron says it. */
async function tellEndpoint(profile: string): Promise<void> {
  const file = join(profile, 'DevToolsActivePort');
  for (let tries = 0; tries < 100; tries++) {
    const [port, path] = await readFile(file, 'utf8').then(
      (text) => text.split('\n'),
      () => [],
    );
    if (port && path) {
      process.stderr.write(`DevTools listening on ws://127.0.0.1:${port}${path}\n`);
      return;
    }
    await setTimeout(20); // Chromium writes the file a moment after it takes commands
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
