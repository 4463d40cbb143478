import { words } from '../texts/words.ts';

/**
 * What keeps a path out of a plan, as half a sentence, or null when it may be in one. A plan is read on other
 * machines and written by others: its paths lead from its own folder downwards, on every system, to ordinary files.
 */
export function pathProblem(path: string): string | null {
  if (path.includes('\\')) return words().plans.path.slashes;
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return words().plans.path.relative;
  for (const part of path.split('/')) {
    const problem = partProblem(part);
    if (problem !== null) return problem;
  }
  return null;
}

/** The same for the name a file is sent under: one part of a path, of whatever characters show. */
export function nameProblem(name: string): string | null {
  if (/[/\\]/.test(name)) return words().plans.path.nameAlone;
  if (name === '.' || name === '..') return words().plans.path.noFileName;
  return hidden.test(name) ? words().plans.path.hidden : null;
}

/** The same for one part of a path. */
export function partProblem(part: string): string | null {
  if (part === '') return words().plans.path.emptyPart;
  if (part === '.' || part === '..') return words().plans.path.upwards;
  if (hidden.test(part)) return words().plans.path.hidden;
  if (/[<>:"|?*]/.test(part)) return words().plans.path.windowsCharacters;
  if (/[. ]$/.test(part)) return words().plans.path.windowsEnd;
  if (devices.test(part)) return words().plans.path.windowsDevice(part);
  return null;
}

/** Control characters, lone surrogates, and what turns the writing direction. */
const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

const devices = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
