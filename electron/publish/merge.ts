import type { DraftPart } from '../model/draft.ts';
import type { Conflict, ConflictChoice } from '../model/job.ts';
import type { Branch, MetadataEntry, Release, StoredFile } from '../model/release.ts';
import type { DraftFile } from '../store/drafts.ts';
import { words } from '../texts/words.ts';
import { type KeyedConflict, mergeKeyed } from './keyed-merge.ts';
import type { Meant } from './request.ts';
import { branchInWords, fileInWords, latestInWords, metadataInWords, statusInWords } from './words.ts';

export interface Merge {
  /** What is to be sent. Where there is a conflict, mine stands for the time being. */
  readonly merged: Meant;
  /** What others changed meanwhile and is kept, as sentences. */
  readonly mergedFromTheirs: string[];
  readonly conflicts: Conflict[];
}

export type Choices = Readonly<Record<string, ConflictChoice>>;

/**
 * Merges field by field what the draft changed of `base` with what others changed of it meanwhile: metadata by
 * key, licenses as a set, the file as one. An update replaces everything and the server has no conflict token
 * (docs/lukittu.md, "The update (PUT) in full"), so this is what keeps the changes of others; `updatedAt` and
 * `lastSeenAt` say nothing and are not looked at. A release without a base, one to be created, is only mine.
 */
export function merge(
  base: Release | null,
  theirs: Release | null,
  mine: Meant,
  branches: readonly Branch[] = [],
): Merge {
  return resolve(base, theirs, mine, {}, branches);
}

/** Merges like `merge`, with conflicts decided by their `label`. Those that were not chosen are left. */
export function resolve(
  base: Release | null,
  theirs: Release | null,
  mine: Meant,
  choices: Choices,
  branches: readonly Branch[] = [],
): Merge {
  if (base === null || theirs === null) return { merged: mine, mergedFromTheirs: [], conflicts: [] };
  const { labels } = words().fields;
  const notes: Notes = { sentences: [], conflicts: [], choices };
  const known = [...branches, ...ownBranch(theirs), ...ownBranch(base)];
  const merged: Meant = {
    fields: {
      version: mergeValue(
        { part: 'version', label: labels.version, say: (value) => value },
        base.version,
        theirs.version,
        mine.fields.version,
        notes,
      ),
      status: mergeValue(
        { part: 'status', label: labels.status, say: statusInWords },
        base.status,
        theirs.status,
        mine.fields.status,
        notes,
      ),
      setAsLatest: mergeValue(
        { part: 'latest', label: labels.latest, say: latestInWords },
        base.latest,
        theirs.latest,
        mine.fields.setAsLatest,
        notes,
      ),
      branchId: mergeValue(
        { part: 'branch', label: labels.branch, say: (id: string | null) => branchInWords(id, known) },
        base.branchId,
        theirs.branchId,
        mine.fields.branchId,
        notes,
      ),
      metadata: mergeMetadata(base.metadata, theirs.metadata, mine.fields.metadata, notes),
      licenseIds: mergeLicenses(base.licenseIds, theirs.licenseIds, mine.fields.licenseIds, notes),
    },
    file: mergeFile(base.file, theirs.file, mine.file, notes),
  };
  return { merged, mergedFromTheirs: notes.sentences, conflicts: notes.conflicts };
}

/** Whether two stored files are the same one, as far as the server tells. */
export function sameFile(a: FileFacts | null, b: FileFacts | null): boolean {
  if (a === null || b === null) return a === b;
  return a.name === b.name && a.size === b.size && a.checksum === b.checksum;
}

export type FileFacts = Pick<StoredFile, 'name' | 'size' | 'checksum'>;

export const metadataLabel = (name: string): string => words().fields.labels.metadataOf(name);

export const sameEntry = (a: MetadataEntry, b: MetadataEntry): boolean =>
  a.value === b.value && a.locked === b.locked;

/** What a file intent makes of the stored file, in words. */
export function fileIntentInWords(file: DraftFile, stored: FileFacts | null): string {
  const said = words().fields;
  if (file.kind === 'keep') return stored === null ? said.noFile : said.keepFile;
  if (file.kind === 'remove') return said.removeFile;
  return (stored === null ? said.addFile : said.replaceFile)(fileInWords(file.artifact));
}

interface Notes {
  readonly sentences: string[];
  readonly conflicts: Conflict[];
  readonly choices: Choices;
}

interface Naming<T> {
  readonly part: DraftPart;
  readonly label: string;
  say(value: T): string;
}

/** The branch a release is on, by the name the release gives it; none where it is on none, or does not say. */
export function ownBranch(release: Release | null): Branch[] {
  if (!release || release.branchId === null || release.branchName === null) return [];
  return [{ id: release.branchId, name: release.branchName, productId: release.productId }];
}

function choiceOf(label: string, { choices }: Notes): ConflictChoice | null {
  return Object.hasOwn(choices, label) ? (choices[label] ?? null) : null;
}

function mergeValue<T extends string | boolean | null>(
  { part, label, say }: Naming<T>,
  base: T,
  theirs: T,
  mine: T,
  notes: Notes,
): T {
  if (theirs === base || theirs === mine) return mine;
  if (mine === base) {
    notes.sentences.push(words().fields.theirs.changed(label, say(base), say(theirs)));
    return theirs;
  }
  const choice = choiceOf(label, notes);
  if (choice === null) {
    notes.conflicts.push({ part, label, base: say(base), theirs: say(theirs), mine: say(mine) });
  }
  return choice === 'theirs' ? theirs : mine;
}

function mergeMetadata(
  base: readonly MetadataEntry[],
  theirs: readonly MetadataEntry[],
  mine: readonly MetadataEntry[],
  notes: Notes,
): MetadataEntry[] {
  const { items, conflicts, taken } = mergeKeyed(
    base,
    theirs,
    mine,
    { keyOf: ({ key }) => key, same: sameEntry },
    (name) => choiceOf(metadataLabel(name), notes),
  );
  notes.sentences.push(...taken.map(takenEntry));
  notes.conflicts.push(
    ...conflicts.map(
      (entry): Conflict => ({
        part: 'metadata',
        label: metadataLabel(entry.name),
        base: metadataInWords(entry.base),
        theirs: metadataInWords(entry.theirs),
        mine: metadataInWords(entry.mine),
      }),
    ),
  );
  return items;
}

function takenEntry({ name, base, theirs }: KeyedConflict<MetadataEntry>): string {
  const said = words().fields.theirs;
  if (theirs === undefined) return said.metadataRemoved(name);
  if (base === undefined) return said.metadataAdded(name, metadataInWords(theirs));
  return said.metadataChanged(name, metadataInWords(base), metadataInWords(theirs));
}

function mergeLicenses(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
  notes: Notes,
): string[] {
  const { items, taken } = mergeKeyed(
    base,
    theirs,
    mine,
    { keyOf: (id) => id, same: (a, b) => a === b },
    () => null,
  );
  const added = taken.filter((license) => license.theirs !== undefined).length;
  const removed = taken.length - added;
  if (added > 0) notes.sentences.push(words().fields.theirs.licensesAdded(added));
  if (removed > 0) notes.sentences.push(words().fields.theirs.licensesRemoved(removed));
  return items;
}

/**
 * Mine against a file that others changed meanwhile. Replacing or removing nothing loses nothing, so a file that is
 * gone from the server is no conflict: it is also how one looks that a refused upload has cost (step 14).
 */
function mergeFile(
  base: StoredFile | null,
  theirs: StoredFile | null,
  mine: DraftFile,
  notes: Notes,
): DraftFile {
  if (sameFile(base, theirs)) return mine;
  const sentence =
    theirs === null
      ? words().fields.theirs.fileRemoved(base?.name ?? '')
      : words().fields.theirs.fileBecame(fileInWords(theirs));
  if (mine.kind === 'keep') {
    notes.sentences.push(sentence);
    return mine;
  }
  if (theirs === null) {
    if (mine.kind === 'replace') notes.sentences.push(sentence);
    return mine;
  }
  if (mine.kind === 'replace' && sameFile(theirs, factsOf(mine.artifact))) return { kind: 'keep' };
  const label = words().fields.labels.file;
  const choice = choiceOf(label, notes);
  if (choice === null) {
    notes.conflicts.push({
      part: 'file',
      label,
      base: fileInWords(base),
      theirs: fileInWords(theirs),
      mine: fileIntentInWords(mine, theirs),
    });
  }
  return choice === 'theirs' ? { kind: 'keep' } : mine;
}

/** An artifact as the server will describe it once it is stored. */
export function factsOf(artifact: { name: string; size: number; md5: string }): FileFacts {
  return { name: artifact.name, size: artifact.size, checksum: artifact.md5 };
}
