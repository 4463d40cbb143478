import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { provide } from './system-packages.mjs';

/**
 * Makes everything ready that the project's scripts need. Runs on the machine's own Node, before there are any
 * dependencies, ahead of every script; it is done at once where nothing is missing.
 *
 * `npm run setup -- --retry-electron` asks for Electron again after it was refused.
 */
const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const refusalFile = join(root, '.cache', 'electron-refused.json');

/** The npm script this runs ahead of. All with a window but one on the user's display run in a session of their own. */
const script = process.env.npm_lifecycle_event ?? 'setup';
const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const hasNoWindow = script === 'demo' || script === 'publish-plan';
const ownSession = !hasNoWindow && (headless || script !== 'start');

if (process.argv.includes('--retry-electron')) rmSync(refusalFile, { force: true });

provideSystemPackages();
installModules();
if (!hasNoWindow) {
  if (!haveElectron() && !electronIsUnwanted() && !electronWasRefused()) fetchElectron();
  if (!haveElectron()) provideChromium();
}

function provideSystemPackages() {
  const forKeytar = ['libsecret-1-dev', 'pkg-config', 'python3', 'make', 'g++'];
  provide([
    { name: 'libsecret-1-0', why: 'to reach the keyring' },
    ...(keytarIsBuilt() ? [] : forKeytar.map((name) => ({ name, why: 'to build keytar' }))),
    ...(ownSession ? [{ name: 'gnome-keyring', why: 'for a keyring of its own', needed: true }] : []),
    ...(ownSession ? [{ name: 'dbus', why: 'for a keyring of its own', needed: true }] : []),
    ...(ownSession ? [{ name: 'xvfb', why: 'for a virtual display', needed: true }] : []),
  ]);
}

function installModules() {
  if (!modulesMatchLock()) {
    say('installing the packages in package-lock.json (npm ci)');
    npm('ci', '--include=dev', '--no-audit', '--no-fund');
  }
  if (!existsSync(projectNode())) {
    say('fetching Node for the scripts');
    npm('rebuild', 'node');
  }
  if (!keytarIsBuilt()) {
    say('building keytar');
    npm('rebuild', 'keytar');
  }
}

/** Compares what npm noted of its last installation with what the lock file asks for. */
function modulesMatchLock() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const found = readJson(join(modules, '.package-lock.json'))?.packages;
  if (!wanted || !found) return false;
  const paths = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  paths.delete('');
  return [...paths].every((path) => {
    if (!found[path]) return wanted[path].optional === true; // for another system
    return wanted[path]?.version === found[path].version && wanted[path].integrity === found[path].integrity;
  });
}

function keytarIsBuilt() {
  return existsSync(join(modules, 'keytar', 'build', 'Release', 'keytar.node'));
}

/** Node 24, whatever Node runs this: the npm package `node` brings it. */
function projectNode() {
  return join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function npm(...args) {
  const cli = process.env.npm_execpath;
  const [command, ...before] = cli ? [process.execPath, cli] : ['npm'];
  const done = spawnSync(command, [...before, ...args, '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && !cli,
    env: { ...process.env, ...nodeHeaders() },
  });
  if (done.status !== 0) fail(`npm ${args.join(' ')} did not succeed.`);
}

/** Lets native parts be built with the headers that came with this Node, if they did, instead of fetching them. */
function nodeHeaders() {
  const prefix = dirname(dirname(process.execPath));
  if (process.env.npm_config_nodedir || !existsSync(join(prefix, 'include', 'node', 'node_api.h'))) return {};
  return { npm_config_nodedir: prefix };
}

function haveElectron() {
  const folder = join(modules, 'electron');
  const version = readText(join(folder, 'dist', 'version'))?.replace(/^v/, '');
  const binary = readText(join(folder, 'path.txt'));
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  return version === electronVersion() && binary !== null && existsSync(join(dist, binary));
}

/** By the variable that Electron's own installer went by: the stand-in is what is to be used. */
function electronIsUnwanted() {
  const isUnwanted = Boolean(process.env.ELECTRON_SKIP_BINARY_DOWNLOAD);
  if (isUnwanted) say('Electron is left out, as ELECTRON_SKIP_BINARY_DOWNLOAD says.');
  return isUnwanted;
}

/** What a refusal is remembered for: another version or another mirror is another question. */
function electronQuestion() {
  const { platform, arch } = process;
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? null;
  return { version: electronVersion(), platform, arch, mirror };
}

function electronVersion() {
  return readJson(join(modules, 'electron', 'package.json'))?.version;
}

function electronWasRefused() {
  const refused = readJson(refusalFile);
  return refused !== null && JSON.stringify(refused.question) === JSON.stringify(electronQuestion());
}

function fetchElectron() {
  say(`fetching Electron ${electronVersion()}`);
  const fetching = spawnSync(projectNode(), [join(import.meta.dirname, 'fetch-electron.ts')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (fetching.status === 0) return;
  const reason = fetching.stderr.match(/(?:Error|cause): (.+)/)?.[1] ?? 'it did not come';
  mkdirSync(dirname(refusalFile), { recursive: true });
  writeFileSync(
    refusalFile,
    JSON.stringify({ question: electronQuestion(), at: new Date().toISOString(), reason }),
  );
  say(`Electron cannot be had here (${reason}); the system’s Chromium takes its place.`);
  say('To ask again, with ELECTRON_MIRROR set if you have a mirror: npm run setup -- --retry-electron');
}

function provideChromium() {
  const known = readJson(join(import.meta.dirname, 'chromium-runtime', 'browsers.json'));
  if ([process.env.CHROMIUM, ...known].some((path) => path && existsSync(path))) return;
  const name = /^ID=ubuntu$/m.test(readText('/etc/os-release') ?? '') ? 'chromium-browser' : 'chromium';
  provide([{ name, why: 'to show the window', needed: true }]);
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function say(text) {
  console.error(`setup: ${text}`);
}

function fail(text) {
  console.error(`setup: ${text}`);
  process.exit(1);
}
