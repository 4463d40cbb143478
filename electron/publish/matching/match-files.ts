import type { Confidence, FileMatch, MatchCandidate } from '../../model/file-match.ts';
import { sharedTargets } from '../../model/match-target.ts';
import { mapInPieces, type Pieces } from '../../pieces.ts';
import { words } from '../../texts/words.ts';
import { byWeight, confidenceOf, reasonsOf } from './evidence.ts';
import { type FileSays, type FileToMatch, fileSays } from './file-says.ts';
import { type Candidate, findReleases } from './find-releases.ts';
import type { Ground } from './match-ground.ts';
import { proposeRelease } from './propose-release.ts';

/** A file that is in the set already: where it stands in it, and what is wrong with it by itself. */
export type GivenFile = FileToMatch & Pick<FileMatch, 'index' | 'size' | 'findings'>;

/**
 * Finds the release each file is for, by the version, the name and the branch that its name and its `plugin.yml`
 * say, held against the releases, the begun drafts and the habits of the product. A pure function, in pieces.
 *
 * Where several files would go to one release, each says so; one that fits it less well than another is left out.
 */
export function* matchFiles(files: readonly GivenFile[], ground: Ground): Pieces<FileMatch[]> {
  const matches = yield* mapInPieces(files, filesPerPiece, (file) => matchFile(file, ground));
  return withoutLosers(matches);
}

const filesPerPiece = 20;

/** More are only scrolled past: every release can be chosen by hand. */
const mostCandidates = 6;

/** The release one file is for, whatever the others are for. */
export function matchFile(file: GivenFile, ground: Ground): FileMatch {
  const says = fileSays(file, ground);
  const candidates = candidatesOf(says, ground);
  const [best, second] = candidates;
  const { index, name, folder, size, findings } = file;
  const about = { index, name, folder, size, findings };
  if (best === undefined) {
    return { ...about, target: null, confidence: 'none', reasons: [nothingFound(says)], candidates: [] };
  }
  const isTie = second !== undefined && ranked(best, second) === 0;
  const confidence = isTie ? 'unsure' : confidenceOf(best.evidence);
  const isForNobody = isTie || best.isPublishing || (says.besides !== null && confidence === 'unsure');
  return {
    ...about,
    target: isForNobody ? null : best.target,
    confidence,
    reasons: reasonsOf(best.evidence),
    candidates: candidates.slice(0, mostCandidates).map(shownCandidate),
  };
}

function candidatesOf(says: FileSays, ground: Ground): Candidate[] {
  const proposal = proposeRelease(says, ground);
  return [...findReleases(says, ground), ...(proposal === null ? [] : [proposal])].toSorted(ranked);
}

const confidences: readonly Confidence[] = ['sure', 'likely', 'unsure', 'none'];

/** What is there comes before what could be made, as long as no more speaks against it. */
function ranked(a: Candidate, b: Candidate): number {
  const place = ({ evidence }: Candidate) => confidences.indexOf(confidenceOf(evidence));
  const isNew = ({ target }: Candidate) => Number(target.to === 'new');
  return place(a) - place(b) || isNew(a) - isNew(b) || byWeight(a.evidence, b.evidence);
}

function shownCandidate({ target, version, branchName, evidence }: Candidate): MatchCandidate {
  return {
    target,
    version,
    branchName,
    confidence: confidenceOf(evidence),
    reasons: reasonsOf(evidence),
  };
}

function nothingFound({ besides, plugin, readings }: FileSays): string {
  const said = words().matching;
  if (besides !== null) return said.besides(besides);
  if (readings.length > 0) return said.numbersNoVersion;
  return plugin.name === null ? said.noVersion : said.noVersionAtAll;
}

/** Of the files for one release, those that fit it less well than the only best one are left out. */
function withoutLosers(matches: readonly FileMatch[]): FileMatch[] {
  const byIndex = new Map(matches.map((match) => [match.index, match]));
  for (const indexes of sharedTargets(matches).values()) {
    const group = indexes.flatMap((index) => byIndex.get(index) ?? []);
    const [winner, ...others] = group.filter(({ confidence }) => confidence !== 'unsure');
    if (winner === undefined || others.length > 0) continue;
    for (const match of group) {
      if (match === winner) continue;
      const reasons = [words().matching.otherFitsBetter(winner.name), ...match.reasons];
      byIndex.set(match.index, { ...match, target: null, reasons });
    }
  }
  return [...byIndex.values()];
}
