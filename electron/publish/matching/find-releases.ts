import type { MatchTarget } from '../../model/file-match.ts';
import { targetKey } from '../../model/match-target.ts';
import { compareVersions } from '../../model/version.ts';
import { words } from '../../texts/words.ts';
import { against, byWeight, type Evidence, said, speaksFor, together } from './evidence.ts';
import type { FileSays } from './file-says.ts';
import type { Entry } from './match-entries.ts';
import type { Ground } from './match-ground.ts';
import { indexOfTokens } from './name-tokens.ts';
import { numbersKey, withoutZeros } from './version-parts.ts';
import { type Reading, readingsOf, written } from './version-readings.ts';
import { type Claim, nameEvidence, weigh } from './weigh.ts';

const reasons = () => words().matching;

/** A release, or one that could be made, with what speaks for it and against it. */
export interface Candidate {
  readonly target: MatchTarget;
  readonly version: string;
  readonly branchName: string | null;
  readonly evidence: Evidence;
  readonly isPublishing: boolean;
}

/** The releases and begun drafts a file may be for, best first. */
export function findReleases(says: FileSays, ground: Ground): Candidate[] {
  const found = new Map<string, Candidate>();
  // What the version says of a release counts, even where its name alone would say better of it.
  for (const find of [byVersion, byVersionWords, byWholeName]) {
    const better = new Map<string, Candidate>();
    for (const candidate of find(says, ground)) {
      const key = targetKey(candidate.target);
      const known = better.get(key);
      if (known === undefined || byWeight(known.evidence, candidate.evidence) > 0) better.set(key, candidate);
    }
    for (const [key, candidate] of better) if (!found.has(key)) found.set(key, candidate);
  }
  return [...found.values()].toSorted(
    (a, b) => byWeight(a.evidence, b.evidence) || compareVersions(b.version, a.version),
  );
}

function byVersion(says: FileSays, ground: Ground): Candidate[] {
  const inPlugin = says.plugin.version && readingsOf(says.plugin.version.text)[0];
  const inName = claimsOf('name', likeliest(says.readings, ground), ground);
  const claims = [...inName, ...(inPlugin ? claimsOf('plugin', [inPlugin], ground) : [])];
  return claims.map(([claim, entry]) => {
    const rivals = claims.flatMap(([other, rival]) =>
      other.source === claim.source && other.suffixLength === claim.suffixLength && rival !== entry
        ? rival
        : [],
    );
    return candidateOf(entry, weigh(says, claim, entry, ground, rivals));
  });
}

/** What looks less like a version counts only where nothing that looks more like one is known. */
function likeliest(readings: readonly Reading[], { byNumbers }: Ground): readonly Reading[] {
  const [known] = readings.filter(({ numbers }) => byNumbers.has(numbersKey(numbers)));
  return readings.filter(({ strength }) => strength === known?.strength);
}

/** Each known release whose version begins with these numbers and goes on as the text does. */
function claimsOf(
  source: Claim['source'],
  readings: readonly Reading[],
  { byNumbers }: Ground,
): (readonly [Claim, Entry])[] {
  return readings.flatMap((reading) =>
    (byNumbers.get(numbersKey(reading.numbers)) ?? []).flatMap((entry) => {
      const suffixLength = suffixIn(reading, entry);
      return suffixLength === null ? [] : [[{ source, reading, suffixLength }, entry] as const];
    }),
  );
}

/** How many tokens behind the numbers are the release's suffix; null where it is not there. */
function suffixIn({ tokens, first, behind }: Reading, { parts }: Entry): number | null {
  const suffix = parts?.suffix ?? [];
  const isThere = suffix.every((word, at) => withoutZeros(tokens[behind + at]?.text ?? '') === word);
  if (isThere) return suffix.length;
  // As in lab-dev-1.4.0 for 1.4.0-dev.
  return indexOfTokens(tokens, suffix, 0, first) === -1 ? null : 0;
}

/** Those whose file is called exactly so. It is all there is to go by where names have no version. */
function byWholeName(says: FileSays, { byFileName }: Ground): Candidate[] {
  const entries = byFileName.get(says.name.toLowerCase()) ?? [];
  const [reading] = says.readings.filter(({ strength }) => strength === 'dotted');
  return entries.map((entry) => {
    const pieces = [said('name', reasons().exactlyLike(entry.version)), said('branch')];
    if (entries.length > 1) pieces.push(against(reasons().severalCalledSo));
    const isOther = (numbers: readonly string[]): boolean =>
      entry.parts !== null && numbersKey(entry.parts.numbers) !== numbersKey(numbers);
    if (reading && isOther(reading.numbers)) pieces.push(against(reasons().nameSays(written(reading))));
    const { version } = says.plugin;
    if (version && isOther(version.numbers)) pieces.push(against(reasons().pluginSays(version.text)));
    if (entry.isPublishing) pieces.push(against(reasons().publishing(entry.version)));
    return candidateOf(entry, together(pieces));
  });
}

/** Those whose version is no number and stands in the name: lab-aurora.zip for Aurora. */
function byVersionWords(says: FileSays, ground: Ground): Candidate[] {
  const { tokens } = says;
  return ground.byWords.flatMap(({ entry, words }) => {
    if (words.join('').length < shortestWord || indexOfTokens(tokens, words) === -1) return [];
    const pieces = [
      speaksFor(reasons().inName(entry.version)),
      nameEvidence(says, leadWithout(tokens, words), '', ground, null),
    ];
    return [candidateOf(entry, together(pieces))];
  });
}

const shortestWord = 3;

function leadWithout(tokens: FileSays['tokens'], words: readonly string[]): string {
  return tokens
    .filter(({ text }) => !words.includes(text))
    .map(({ text }) => text)
    .join('');
}

function candidateOf(entry: Entry, evidence: Evidence): Candidate {
  const { target, version, branchName, isPublishing } = entry;
  return { target, version, branchName, evidence, isPublishing };
}
