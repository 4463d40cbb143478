import { posix, win32 } from 'node:path';

/** How the name of the app's own plan files ends; the system hands them to the app. */
export const planExtension = '.lukittu-plan';

/** Whether a file is called like a plan: as the app's own, or as what is in it, JSON or a ZIP. */
export function isPlanName(path: string, platform: NodeJS.Platform = process.platform): boolean {
  const { extname } = platform === 'win32' ? win32 : posix;
  return [planExtension, '.json', '.zip'].includes(extname(path).toLowerCase());
}
