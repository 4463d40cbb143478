import { partProblem } from '../plan/plan-path.ts';
import { isPlanName } from './plan-name.ts';

/** Characters. */
const longest = 1024;

/** Devices, what is made up when it is read, and where other computers appear as soon as they are named. */
const specialFolders: ReadonlySet<string> = new Set(['dev', 'proc', 'sys', 'run', 'net', 'afs', 'Network']);

/**
 * Whether a path that a stranger has written in a link may be read as a plan: a whole path to something called like a
 * plan, on this computer, that leads downwards. Nothing on another computer, since asking for it would tell that
 * computer who asks; no device, and none of the system's made-up folders.
 */
export function isOrdinaryPlanPath(path: string, platform: NodeJS.Platform): boolean {
  if (path.length > longest || !isPlanName(path, platform)) return false;
  const [root, ...parts] = path.split(platform === 'win32' ? /[\\/]/ : '/');
  if (root === undefined || parts.some((part) => partProblem(part) !== null)) return false;
  return platform === 'win32' ? /^[A-Za-z]:$/.test(root) : root === '' && !specialFolders.has(parts[0] ?? '');
}
