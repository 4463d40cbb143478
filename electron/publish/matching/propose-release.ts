import type { Branch } from '../../model/release.ts';
import { words } from '../../texts/words.ts';
import { against, doubt, type Evidence, noEvidence, said, speaksFor, together } from './evidence.ts';
import type { FileSays } from './file-says.ts';
import type { Candidate } from './find-releases.ts';
import { leftoverOf } from './leftover.ts';
import type { Ground } from './match-ground.ts';
import { tokensOf } from './name-tokens.ts';
import { numbersKey } from './version-parts.ts';
import { type Reading, readingsOf, written } from './version-readings.ts';
import { besidesEvidence, leadOfClaim, nameEvidence, patternOfClaim, unexplained } from './weigh.ts';

const reasons = () => words().matching;

/**
 * A release that could be made for the file: the version it says, in the branch that fits. Null where it says no
 * version, and where there is such a release already. Never `sure`: nothing on the server speaks for it.
 */
export function proposeRelease(says: FileSays, ground: Ground): Candidate | null {
  const claim = claimOf(says);
  if (claim === null) return null;
  const { reading, source } = claim;
  const { mark, markLength } = leftoverOf(reading, 0, []);
  const branch = branchFor(says, claim, markLength, ground);
  const bare = reading.strength === 'spaced' ? reading.numbers.join('.') : written(reading);
  const suffix = written(reading, markLength).slice(written(reading).length);
  const isUsual = (suffixLength: number) =>
    ground.patterns.has(patternOfClaim(says, { source, reading, suffixLength }));
  const keepsMark =
    markLength > 0 &&
    (isUsual(markLength) || !isUsual(0)) &&
    !isBranchWord(reading, markLength, branch.branch, ground);
  const version = asHabit(keepsMark ? bare + suffix : bare, ground);
  const branchId = branch.branch?.id ?? null;
  if (isTaken(version, branchId, reading, ground)) return null;

  const suffixLength = keepsMark ? markLength : 0;
  const pattern = patternOfClaim(says, { source, reading, suffixLength });
  const { unknown } = leftoverOf(reading, suffixLength, says.branches);
  return {
    target: { to: 'new', branchId, version },
    version,
    branchName: branch.branch?.name ?? null,
    isPublishing: false,
    evidence: together([
      speaksFor(reasons().noRelease(version, branch.branch?.name ?? null)),
      sourceEvidence(says, claim, suffixLength),
      branch.evidence,
      nameEvidence(says, leadOfClaim(says, claim), pattern, ground, null),
      besidesEvidence(says, pattern, ground),
      snapshotEvidence(mark, reading, ground),
      unknown === null || ground.patterns.has(pattern) ? noEvidence : unexplained(unknown),
    ]),
  };
}

type NewClaim = { readonly source: 'name' | 'plugin'; readonly reading: Reading };

function claimOf({ readings, plugin }: FileSays): NewClaim | null {
  const [inName] = readings.filter(({ strength }) => strength !== 'date');
  const inPlugin = plugin.version && readingsOf(plugin.version.text)[0];
  if (inName !== undefined && (inName.strength !== 'single' || !inPlugin)) {
    return { source: 'name', reading: inName };
  }
  return inPlugin ? { source: 'plugin', reading: inPlugin } : null;
}

function sourceEvidence({ plugin }: FileSays, { source, reading }: NewClaim, suffixLength: number): Evidence {
  const text = written(reading, suffixLength);
  if (source === 'plugin') return speaksFor(reasons().pluginSays(plugin.version?.text ?? text));
  if (reading.strength === 'single') return against(reasons().maybeNoVersion(text));
  if (plugin.version === null) return speaksFor(reasons().nameSays(text));
  return numbersKey(plugin.version.numbers) === numbersKey(reading.numbers)
    ? speaksFor(reasons().bothSay(text))
    : against(reasons().contradiction(text, plugin.version.text));
}

type Fit = { readonly branch: Branch | null; readonly evidence: Evidence };

/** The branch that is named; else the one whose files are called so; else the one releases are usually in. */
function branchFor(says: FileSays, claim: NewClaim, markLength: number, ground: Ground): Fit {
  const [named, ...others] = says.branches;
  if (named !== undefined) {
    const say = named.where === 'name' ? reasons().branch.named : reasons().branch.folderLike;
    const evidence = said('branch', say(named.branch.name));
    return {
      branch: named.branch,
      evidence: others.length === 0 ? evidence : against(reasons().branch.several),
    };
  }
  const nameOf = (id: string) => ground.branches.find(({ branch }) => branch.id === id)?.branch ?? null;
  for (const suffixLength of new Set([0, markLength])) {
    const [only, ...more] = ground.patterns.get(patternOfClaim(says, { ...claim, suffixLength })) ?? [];
    if (only === undefined || more.length > 0) continue;
    const branch = only === null ? null : nameOf(only);
    return {
      branch,
      evidence:
        branch === null ? said('branch') : said('branch', reasons().branch.filesCalledSo(branch.name)),
    };
  }
  const { newestIn = null } = ground;
  const isPlain = newestIn === null || [...ground.patterns.values()].some((used) => used.has(null));
  if (isPlain) return { branch: null, evidence: said('branch') };
  const branch = nameOf(newestIn);
  return { branch, evidence: doubt(reasons().branch.newestIn(branch?.name ?? newestIn)) };
}

/** Whether what stands behind the numbers only says the branch, and versions in it do without. */
function isBranchWord(reading: Reading, length: number, branch: Branch | null, ground: Ground): boolean {
  if (branch === null) return false;
  const words = tokensOf(branch.name).map(({ text }) => text);
  const mark = reading.tokens.slice(reading.behind, reading.behind + length).map(({ text }) => text);
  if (!mark.every((word) => words.includes(word))) return false;
  const usual = ground.suffixes.get(branch.id);
  return !mark.some((word) => usual?.has(word));
}

/** A snapshot is usually made for the release that is coming. */
function snapshotEvidence(mark: string | null, { numbers }: Reading, ground: Ground): Evidence {
  if (mark === null || !/snapshot/i.test(mark)) return noEvidence;
  const isUsual = [...ground.suffixes.values()].some((words) => words.has('snapshot'));
  if (isUsual || !ground.byNumbers.has(numbersKey(numbers))) return noEvidence;
  return against(reasons().noSnapshots);
}

function asHabit(version: string, { habits }: Ground): string {
  return habits.v ? `v${version}` : version;
}

function isTaken(version: string, branchId: string | null, { numbers }: Reading, ground: Ground): boolean {
  const wanted = version.toLowerCase();
  const same = ground.byNumbers.get(numbersKey(numbers)) ?? [];
  return same.some((entry) => entry.branchId === branchId && entry.version.toLowerCase() === wanted);
}
