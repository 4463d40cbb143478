/**
 * What `CHANGELOG.md` says of a version, without its heading; null where it says nothing.
 *
 * @param version as in `package.json`
 */
export function notesOf(version: string, changelog: string): string | null {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((each) => each.startsWith(`[${version}]`));
  const notes = section
    ?.slice(section.indexOf('\n'))
    .replace(/^\[[^\]]+\]: .*$/gm, '')
    .trim();
  return notes ? notes : null;
}
