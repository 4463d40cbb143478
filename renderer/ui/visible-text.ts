/**
 * Text from a server or a file as it can be shown harmlessly: control characters, direction overrides and
 * invisible characters are replaced by their number, so that what is read is what is there.
 */
export function shown(text: string): string {
  return text.replace(unseen, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟨${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/** Controls, format characters (direction, zero width, tags…) and line separators; joiners belong to scripts and emoji. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
