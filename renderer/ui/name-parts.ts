/** So many characters at the end are shown whatever happens, and so many where they begin with a part of the name. */
const keptAtEnd = 12;
const keptWithPart = 14;

/**
 * A file name in two: what may give way, and what is always shown at its end, a version and an extension. The end
 * begins where a part of the name does, if it can: `ClaimsGuard` and `-2.4.0.jar`.
 */
export function nameParts(name: string): readonly [start: string, end: string] {
  const characters = [...name];
  const least = characters.length - keptWithPart;
  const part = characters.findIndex(
    (character, index) => index >= Math.max(1, least) && /[-_ ]/.test(character),
  );
  const cut = part === -1 ? Math.max(0, characters.length - keptAtEnd) : part;
  return [characters.slice(0, cut).join(''), characters.slice(cut).join('')];
}
