import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

type Answer = Electron.SaveDialogReturnValue;

/**
 * Answers as somebody does who takes what is proposed: the proposed place, with a number in the name where there is
 * such a file already. There is no dialog of the system's that could be shown.
 */
export async function showSaveDialog(
  ...given: [parent: object, options: Electron.SaveDialogOptions] | [options: Electron.SaveDialogOptions]
): Promise<Answer> {
  const { defaultPath = '' } = given.length === 2 ? given[1] : given[0];
  if (defaultPath === '') return { canceled: true, filePath: '' };
  mkdirSync(dirname(defaultPath), { recursive: true });
  return { canceled: false, filePath: free(defaultPath) };
}

/** `plan (1).json` beside `plan.json`. */
function free(path: string): string {
  const extension = extname(path);
  const name = join(dirname(path), basename(path, extension));
  for (let number = 0; ; number += 1) {
    const candidate = number === 0 ? path : `${name} (${number})${extension}`;
    if (!existsSync(candidate)) return candidate;
  }
}
