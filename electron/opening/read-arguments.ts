import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAppLink } from '../model/release-link.ts';
import { isPlanName } from './plan-name.ts';

/** What the system hands over: a link that anybody may have written, or a file that its user has opened. */
export type OpenRequest =
  | { readonly by: 'link'; readonly link: string }
  | { readonly by: 'file'; readonly path: string };

/**
 * The links and plan files among the arguments of a start. Some desktops name files as `file:` addresses. Everything
 * else is Electron's or the start's own.
 *
 * @param folder what relative paths are seen from
 */
export function requestsIn(argv: readonly string[], folder: string): OpenRequest[] {
  return argv.flatMap((argument): OpenRequest[] => {
    if (argument.startsWith('-')) return [];
    if (isAppLink(argument)) return [{ by: 'link', link: argument }];
    const path = /^file:/i.test(argument) ? pathOf(argument) : argument;
    return path !== null && isPlanName(path) ? [{ by: 'file', path: resolve(folder, path) }] : [];
  });
}

function pathOf(address: string): string | null {
  try {
    return fileURLToPath(address);
  } catch {
    return null; // on another computer, or no address at all
  }
}
