import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };

/**
 * What `CHANGELOG.md` says of a version, without its heading; null where it says nothing.
 *
 * @param version as in `package.json`
 */
export function notesOf(version: string, changelog: string): string | null {
  const section = sectionOf(version, changelog);
  const notes = section
    ?.slice(section.indexOf('\n'))
    .replace(/^\[[^\]]+\]: .*$/gm, '')
    .trim();
  return notes ? notes : null;
}

/** What keeps a tag from being released, as a sentence; null when nothing does. */
export function releaseProblem(tag: string, version: string, changelog: string): string | null {
  if (tag !== `v${version}`) return `The tag is ${tag}, package.json says ${version}.`;
  if (notesOf(version, changelog) === null) return `CHANGELOG.md says nothing of ${version}.`;
  const dated = /^\[[^\]]+\] - \d{4}-\d{2}-\d{2}\s*$/m.test(
    sectionOf(version, changelog)?.split('\n')[0] ?? '',
  );
  return dated ? null : `CHANGELOG.md does not say when ${version} is released.`;
}

export function readChangelog(): string {
  return readFileSync(join(import.meta.dirname, '../../CHANGELOG.md'), 'utf8');
}

function sectionOf(version: string, changelog: string): string | undefined {
  const [, ...sections] = changelog.split(/^## /m);
  return sections.find((each) => each.startsWith(`[${version}]`));
}

/** `node build/package/changelog.ts v1.2.3` prints the notes of a tag, or says why it cannot be released. */
if (import.meta.main) {
  const { version } = packageJson;
  const problem = releaseProblem(process.argv[2] ?? '', version, readChangelog());
  if (problem !== null) {
    console.error(problem);
    process.exit(1);
  }
  console.log(notesOf(version, readChangelog()));
}
