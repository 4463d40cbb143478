import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * An empty folder that is gone when the test ends, by its own name: the system's folder for them may be a link, as on
 * macOS, or be named shortly, as on Windows.
 */
export function tempFolder(): string {
  const folder = mkdtempSync(join(realpathSync.native(tmpdir()), 'lukittu-test-'));
  onTestFinished(() => remove(folder));
  return folder;
}

/** Windows removes nothing that somebody has open: what a process that is just ending has, after a moment; else never. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  }
}
