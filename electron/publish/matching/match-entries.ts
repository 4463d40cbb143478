import type { MatchTarget } from '../../model/file-match.ts';
import type { Branch, Product, Release } from '../../model/release.ts';
import { mapInPieces, type Pieces } from '../../pieces.ts';
import type { StoredDraft } from '../../store/drafts.ts';
import { longestName } from './name-tokens.ts';
import { type VersionParts, versionParts } from './version-parts.ts';

/** What is known of a product when files are matched to its releases. */
export interface Known {
  readonly product: Product;
  readonly otherProducts: readonly Product[];
  readonly releases: readonly Release[];
  readonly branches: readonly Branch[];
  /** Of this product: of releases, and of those that do not exist yet. */
  readonly drafts: readonly StoredDraft[];
  readonly isPublishing: (draftId: string) => boolean;
}

/** A release, or the draft of a new one, that a file can be for. */
export interface Entry {
  readonly target: MatchTarget;
  readonly version: string;
  /** Null for a version that does not begin with a number. */
  readonly parts: VersionParts | null;
  readonly branchId: string | null;
  readonly branchName: string | null;
  /** The name of the file that is there; null for none. */
  readonly fileName: string | null;
  /** What its file's name keeps from release to release (`patternOf`). */
  readonly pattern: string | null;
  /** The name of the file its draft has already. */
  readonly draftFile: string | null;
  readonly isPublishing: boolean;
  /** The version it has on the server, where it is its draft that gives it this one. */
  readonly renamedFrom: string | null;
}

/** Everything files of the product can be for. A release whose draft renames it is found under both versions. */
export function* matchEntries(known: Known): Pieces<Entry[]> {
  const names = new Map<string | null, string>(known.branches.map(({ id, name }) => [id, name]));
  const draftOf = new Map<string | null, StoredDraft>();
  const begun: Entry[] = [];
  for (const draft of known.drafts) {
    if (draft.releaseId !== null) draftOf.set(draft.releaseId, draft);
    else if (draft.fields.version !== '') {
      begun.push({ ...inDraft(draft, names, known), target: { to: 'draft', draftId: draft.id } });
    }
  }
  const released = yield* mapInPieces(known.releases, releasesPerPiece, (release) =>
    ofRelease(release, draftOf.get(release.id), names, known),
  );
  return [...begun, ...released.flat()];
}

const releasesPerPiece = 400;

/** A file name with its version taken out, in lower case: what stays the same from release to release. */
export function patternOf(name: string, start: number, end: number): string {
  return `${name.slice(0, start)}${versionPlace}${name.slice(end)}`.toLowerCase();
}

/** Stands for the version in a pattern; no file name has it. */
export const versionPlace = '\0';

function ofRelease(
  release: Release,
  draft: StoredDraft | undefined,
  names: ReadonlyMap<string | null, string>,
  known: Known,
): Entry[] {
  const { id, version, branchId, branchName, file } = release;
  const target: MatchTarget = { to: 'release', releaseId: id };
  const entry: Entry = {
    target,
    version,
    parts: versionParts(version),
    branchId,
    branchName,
    fileName: file?.name ?? null,
    pattern: file === null ? null : storedPattern(file.name, version),
    draftFile: draft === undefined ? null : draftFileOf(draft),
    isPublishing: draft !== undefined && known.isPublishing(draft.id),
    renamedFrom: null,
  };
  if (draft === undefined) return [entry];
  const moved = draft.fields.version !== version || draft.fields.branchId !== branchId;
  if (!moved || draft.fields.version === '') return [entry];
  return [entry, { ...inDraft(draft, names, known), target, renamedFrom: version }];
}

/** As the draft has it. */
function inDraft(
  draft: StoredDraft,
  names: ReadonlyMap<string | null, string>,
  { isPublishing }: Known,
): Omit<Entry, 'target'> {
  const { version, branchId } = draft.fields;
  return {
    version,
    parts: versionParts(version),
    branchId,
    branchName: names.get(branchId) ?? null,
    fileName: null,
    pattern: null,
    draftFile: draftFileOf(draft),
    isPublishing: isPublishing(draft.id),
    renamedFrom: null,
  };
}

function draftFileOf({ file }: StoredDraft): string | null {
  return file.kind === 'replace' ? file.artifact.name : null;
}

/** The pattern of a stored file; null where its name has its release's version in part, which nothing follows from. */
function storedPattern(fileName: string, version: string): string | null {
  if (fileName.length > longestName) return null;
  const bare = version.replace(/^v(?=\d)/i, '');
  const at = placeOf(bare, fileName);
  if (at !== -1) return patternOf(fileName, at, at + bare.length);
  const [numbers = ''] = /^\d+(?:\.\d+)+/.exec(bare) ?? [];
  return placeOf(numbers, fileName) === -1 ? fileName.toLowerCase() : null;
}

/** Where a version stands in a name, and is not a part of a longer number. */
function placeOf(version: string, name: string): number {
  if (version === '') return -1;
  const text = name.toLowerCase();
  const wanted = version.toLowerCase();
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const isWhole = !/[\d.]$/.test(text.slice(0, at)) && !/^\.?\d/.test(text.slice(at + wanted.length));
    if (isWhole) return at;
  }
  return -1;
}
