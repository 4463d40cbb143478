import { appError } from '../errors.ts';
import type { MatchChoice, MatchProblem } from '../model/file-match.ts';
import { sharedTargets } from '../model/match-target.ts';
import type { Known } from '../publish/matching/match-entries.ts';
import { type Said, words } from '../texts/words.ts';

/** Throws `invalid-input` for choices the window does not let anybody make: of other files, or two for one release. */
export function refuseForged(choices: readonly MatchChoice[], files: number): void {
  const indexes = new Set(choices.map(({ index }) => index));
  const isForged = indexes.size !== choices.length || choices.some(({ index }) => index >= files);
  if (isForged) throw refused(words().refusals.files.forged);
  if (sharedTargets(choices).size > 0) throw refused(words().refusals.files.shared);
}

/** The choices that ask for a new release where there is one of that version already, or none that could be called so. */
export function unfitChoices(choices: readonly MatchChoice[], known: Known): MatchProblem[] {
  const there = new Map<string, 'release' | 'draft'>();
  const key = (version: string, branchId: string | null) => JSON.stringify([version, branchId]);
  for (const { version, branchId } of known.releases) there.set(key(version, branchId), 'release');
  for (const { releaseId, fields } of known.drafts) {
    if (releaseId === null) there.set(key(fields.version, fields.branchId), 'draft');
  }
  const branches = new Set<string | null>([null, ...known.branches.map(({ id }) => id)]);
  return choices.flatMap(({ index, target }): MatchProblem[] => {
    if (target.to !== 'new') return [];
    const version = target.version.trim();
    const said = words().refusals.files;
    const problem = (what: Said) => [{ index, ...what, match: null }];
    if (version === '') return problem(said.noVersion);
    if (!branches.has(target.branchId)) return problem(said.noBranch);
    const what = there.get(key(version, target.branchId));
    return what === undefined ? [] : problem(said.taken(version, what === 'draft'));
  });
}

function refused(message: string) {
  return appError('invalid-input', { message, fields: [{ path: 'choices', message }] });
}
