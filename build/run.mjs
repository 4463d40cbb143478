import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';

/**
 * `node build/run.mjs script [arguments]`: runs a script with the project's own Node, the one inside Electron,
 * whatever Node the machine has. Signals are passed on, and the script's exit code is this command's.
 */
const name = process.platform === 'win32' ? 'node.exe' : 'node';
const node = join(import.meta.dirname, '..', 'node_modules', 'node', 'bin', name);
const child = spawn(node, process.argv.slice(2), { stdio: 'inherit' });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal sends Ctrl-C to the script as well: twice would mean "at once".
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('error', (error) => {
  console.error(`${node}: ${error.message}. Run: npm run setup`);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
});
