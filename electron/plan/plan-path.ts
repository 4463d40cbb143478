/**
 * What keeps a path out of a plan, as half a sentence, or null when it may be in one. A plan is read on other
 * machines and written by others: its paths lead from its own folder downwards, on every system, to ordinary files.
 */
export function pathProblem(path: string): string | null {
  if (path.includes('\\')) return 'must have “/” between its parts, on Windows too';
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'must be relative to the folder of the plan';
  for (const part of path.split('/')) {
    const problem = partProblem(part);
    if (problem !== null) return problem;
  }
  return null;
}

/** The same for the name a file is sent under: one part of a path, of whatever characters show. */
export function nameProblem(name: string): string | null {
  if (/[/\\]/.test(name)) return 'must be the name alone, without a folder';
  if (name === '.' || name === '..') return 'is not the name of a file';
  return hidden.test(name) ? hiddenWords : null;
}

/** The same for one part of a path. */
export function partProblem(part: string): string | null {
  if (part === '') return 'has an empty part';
  if (part === '.' || part === '..') return 'must lead downwards, without “.” and “..”';
  if (hidden.test(part)) return hiddenWords;
  if (/[<>:"|?*]/.test(part)) return 'has one of the characters <>:"|?* in it, which Windows does not take';
  if (/[. ]$/.test(part)) return 'has a part that ends in a dot or a space, which Windows does not take';
  if (devices.test(part)) return `names “${part}”, which is a device on Windows`;
  return null;
}

/** Control characters, lone surrogates, and what turns the writing direction. */
const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const hiddenWords = 'has characters in it that do not show';

const devices = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
