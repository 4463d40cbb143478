import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path lies below a folder. Of both the real ones: a link may lead anywhere. */
export function isWithinFolder(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
