import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** How long another program may go on using apt before this gives up, in s. */
const lockLimit = 180;

/**
 * Sees to it that Debian packages are installed: with apt where the user is root, else by printing the command to
 * run. Does nothing on a system without apt.
 *
 * Ends the process when a package cannot be installed, or is `needed` and only its user could install it.
 *
 * @param {{ name: string, why: string, needed?: boolean }[]} packages
 */
export function provide(packages) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  const installed = installedPackages(packages.map(({ name }) => name));
  const missing = packages.filter(({ name }) => !installed.has(name));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  const reasons = [...new Set(missing.map(({ why }) => why))].join(', ');
  if (process.getuid() === 0) {
    console.log(`setup: installing ${names.join(' ')} (${reasons})`);
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...names);
    return;
  }
  console.log(`setup: some system packages are missing (${reasons}). To install them:`);
  console.log(`\n  sudo apt-get update && sudo apt-get install -y ${names.join(' ')}\n`);
  if (missing.some(({ needed }) => needed)) process.exit(1);
}

function installedPackages(names) {
  const { stdout } = spawnSync('dpkg-query', ['--status', ...names], { encoding: 'utf8' });
  const found = (stdout ?? '').matchAll(/^Package: (.+)\nStatus: \S+ ok installed$/gm);
  return new Set([...found].map(([, name]) => name));
}

/** apt waits for a lock on the packages by itself, but not for one on its lists: that is waited for here. */
function apt(command, ...args) {
  const until = Date.now() + lockLimit * 1000;
  for (;;) {
    const { status, stderr } = spawnSync(
      'apt-get',
      [command, '-o', `DPkg::Lock::Timeout=${lockLimit}`, '-o', 'Dpkg::Use-Pty=0', ...args],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'l' },
      },
    );
    if (status === 0) return;
    if (!/Could not get lock|Unable to lock/.test(stderr) || Date.now() > until) {
      console.error(`${stderr}setup: apt-get ${command} did not succeed.`);
      process.exit(1);
    }
    console.log('setup: waiting for another program that uses apt');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
  }
}
