import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { appCommand } from './app-command.ts';
import { buildApp } from './build-app.ts';
import { hasDisplay, runInPrivateSession } from './private-session.ts';

/** `npm start`: builds the app and opens it; where nobody could see it, drives it through its tour instead. */
const root = join(import.meta.dirname, '..');

if (!buildApp()) process.exit(1);

const { runtime, command, args } = appCommand();
if (runtime === 'chromium') {
  console.log('Electron’s binary cannot be had here: the app runs in the system’s Chromium.');
}
if (hasDisplay()) {
  const app = spawn(command, [...args, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.kill(signal));
  process.on('SIGINT', () => undefined); // a terminal sends it to the app too
  app.on('exit', (code) => process.exit(code ?? 1));
} else {
  console.log('There is no display: the app runs on a virtual one, and the tour shows what it looks like.');
  process.exitCode = await runInPrivateSession(join(import.meta.dirname, 'tour.ts'), process.argv.slice(2));
}
