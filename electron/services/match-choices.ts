import { appError } from '../errors.ts';
import type { MatchChoice, MatchProblem } from '../model/file-match.ts';
import { sharedTargets } from '../model/file-match.ts';
import type { Known } from '../publish/matching/match-entries.ts';

/** Throws `invalid-input` for choices the window does not let anybody make: of other files, or two for one release. */
export function refuseForged(choices: readonly MatchChoice[], files: number): void {
  const indexes = new Set(choices.map(({ index }) => index));
  const isForged = indexes.size !== choices.length || choices.some(({ index }) => index >= files);
  if (isForged) throw refused('A choice is not about one of these files.');
  if (sharedTargets(choices).size > 0) throw refused('Two files are meant for the same release.');
}

/** The choices that ask for a new release where there is one of that version already, or none that could be called so. */
export function unfitChoices(choices: readonly MatchChoice[], known: Known): MatchProblem[] {
  const there = new Map<string, string>();
  const key = (version: string, branchId: string | null) => JSON.stringify([version, branchId]);
  for (const { version, branchId } of known.releases) there.set(key(version, branchId), 'release');
  for (const { releaseId, fields } of known.drafts) {
    if (releaseId === null) there.set(key(fields.version, fields.branchId), 'draft of a new release');
  }
  const branches = new Set<string | null>([null, ...known.branches.map(({ id }) => id)]);
  return choices.flatMap(({ index, target }): MatchProblem[] => {
    if (target.to !== 'new') return [];
    const version = target.version.trim();
    const problem = (message: string, remedy: string) => [{ index, message, remedy, match: null }];
    if (version === '') return problem('A new release needs a version.', 'Type one.');
    if (!branches.has(target.branchId)) return problem('The branch is not known.', 'Choose another one.');
    const what = there.get(key(version, target.branchId));
    if (what === undefined) return [];
    return problem(
      `There is a ${what} ${version} in this branch already.`,
      'Choose it, or type another version.',
    );
  });
}

function refused(message: string) {
  return appError('invalid-input', { message, fields: [{ path: 'choices', message }] });
}
