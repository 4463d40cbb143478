import { versionLength } from '../../../electron/model/field-limits.ts';
import type { FileMatch, MatchTarget } from '../../../electron/model/file-match.ts';
import { targetKey } from '../../../electron/model/match-target.ts';
import { useDrafts } from '../../store/drafts.ts';
import { useFileMatching } from '../../store/file-matching.ts';
import type { Trust } from '../../store/match-rows.ts';
import { entriesOfNewDrafts } from '../../store/new-drafts.ts';
import type { ReleaseEntry } from '../../store/release-order.ts';
import { useReleases } from '../../store/releases.ts';
import { texts } from '../../texts/texts.ts';
import { shown } from '../../ui/visible-text.ts';

/** One thing a file can be sent to, or that can be done with it. */
export type ChooserItem = {
  readonly id: string;
  readonly text: string;
  readonly branch: string;
  readonly second: string;
  readonly isNew: boolean;
  readonly trust: Trust | null;
} & (
  | { readonly kind: 'target'; readonly target: MatchTarget | null }
  | { readonly kind: 'new'; readonly version: string }
);

export type ChooserSection = {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ChooserItem[];
};

/** More would only be scrolled past: typing narrows them down. */
const mostShown = 50;

export type Choosable = {
  readonly sections: readonly ChooserSection[];
  /** How many releases fit what was typed, and how many of those are in the sections. */
  readonly releases: { readonly found: number; readonly shown: number };
};

/** What there is to choose from for a file, narrowed by what was typed: what was matched first, then every release. */
export function chooserItems(match: FileMatch, text: string): Choosable {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const isWanted = (searched: string) => words.every((word) => searched.toLowerCase().includes(word));
  const best = candidates(match).filter((item) => isWanted(`${item.text} ${item.branch}`));
  const known = new Set(best.map(({ id }) => id));
  const wanted = text.trim().toLowerCase();
  const all = releases()
    .filter((entry) => isWanted(entry.text) && !known.has(keyOf(entry)))
    .toSorted((a, b) => rankOf(a, wanted) - rankOf(b, wanted));
  const titles = texts.matching;
  const sections = [
    { id: 'best', title: titles.best, items: best },
    { id: 'all', title: titles.all, items: all.slice(0, mostShown).map(ofEntry) },
    { id: 'other', title: titles.other, items: others(match, text.trim()) },
  ];
  return {
    sections: sections.filter(({ items }) => items.length > 0),
    releases: { found: all.length, shown: Math.min(all.length, mostShown) },
  };
}

/** A version that was typed in full comes before those that only begin with it, and these before the rest. */
function rankOf({ release }: ReleaseEntry, wanted: string): number {
  const version = release.version.toLowerCase();
  if (version === wanted) return 0;
  return version.startsWith(wanted) ? 1 : 2;
}

function candidates({ candidates: found }: FileMatch): ChooserItem[] {
  return found.map(({ target, version, branchName, confidence, reasons }) => ({
    id: targetKey(target),
    kind: 'target',
    target,
    text: shown(version),
    branch: branchName === null ? '' : shown(branchName),
    second: shown(reasons.join(' ')),
    isNew: target.to !== 'release',
    trust: confidence,
  }));
}

/** The product's releases and its begun ones, newest first. */
function releases(): readonly ReleaseEntry[] {
  const { entries, branches, productId } = useReleases.getState();
  const isShown = productId === useFileMatching.getState().productId;
  const begun = entriesOfNewDrafts(
    useDrafts.getState().drafts,
    useFileMatching.getState().productId,
    branches,
  ).filter(({ release }) => release.version !== '');
  return [...begun, ...(isShown ? entries.toReversed() : [])];
}

function keyOf({ release, draftId }: ReleaseEntry): string {
  return targetKey(draftId === null ? { to: 'release', releaseId: release.id } : { to: 'draft', draftId });
}

function ofEntry(entry: ReleaseEntry): ChooserItem {
  const { release, draftId } = entry;
  return {
    id: keyOf(entry),
    kind: 'target',
    target: draftId === null ? { to: 'release', releaseId: release.id } : { to: 'draft', draftId },
    text: shown(release.version),
    branch: release.branchName === null ? '' : shown(release.branchName),
    second: release.file === null ? '' : shown(release.file.name),
    isNew: draftId !== null,
    trust: null,
  };
}

/** A new release, of the version that was typed or matched; and leaving the file out. */
function others(match: FileMatch, typed: string): ChooserItem[] {
  const words = texts.matching;
  const plain = { branch: '', second: '', isNew: false, trust: null } as const;
  const proposed = match.candidates.find(({ target }) => target.to === 'new')?.version ?? '';
  const isVersion = /^\S+$/.test(typed) && typed.length <= versionLength.most;
  const text = isVersion ? words.newVersion(shown(typed)) : words.newRelease;
  return [
    { ...plain, id: 'new release', kind: 'new', version: isVersion ? typed : proposed, text },
    { ...plain, id: 'leave out', kind: 'target', target: null, text: words.leaveOut },
  ];
}
