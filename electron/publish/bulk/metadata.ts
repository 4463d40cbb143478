import type { BulkChange, BulkNote } from '../../model/bulk-change.ts';
import { mostMetadataEntries } from '../../model/field-limits.ts';
import type { MetadataEntry } from '../../model/release.ts';
import { words } from '../../texts/words.ts';
import { sameEntry } from '../merge.ts';
import { metadataInWords } from '../words.ts';
import { type BulkSubject, type OwnOutcome, refused, same } from './subject.ts';

type Adding = Extract<BulkChange, { change: 'metadata-add' }>;
type Setting = Extract<BulkChange, { change: 'metadata-set' }>;

/** Adds an entry where the key is not there yet. */
export function addMetadata(subject: BulkSubject, { key, value, locked }: Adding): OwnOutcome {
  const there = subject.draft.fields.metadata.filter((entry) => entry.key === key);
  if (there.length > 0) {
    return same(words().bulk.hasKey(key, inWords(there), subject.hasDraft));
  }
  return added(subject, { key, value, locked });
}

/** Sets the value of a key, everywhere: also where it is there more than once. */
export function setMetadata(subject: BulkSubject, { key, value, locked }: Setting): OwnOutcome {
  const { metadata } = subject.draft.fields;
  const there = metadata.filter((entry) => entry.key === key);
  if (there.length === 0) return added(subject, { key, value, locked: locked ?? false });
  const set = (entry: MetadataEntry): MetadataEntry =>
    entry.key === key ? { key, value, locked: locked ?? entry.locked } : entry;
  const after = there.map(set);
  if (there.every((entry, at) => after[at] !== undefined && sameEntry(entry, after[at]))) {
    return same(words().bulk.hasValue(inWords(after), subject.hasDraft));
  }
  return {
    is: 'changed',
    from: inWords(there),
    to: inWords(after),
    fields: { metadata: metadata.map(set) },
    notes: lockedNotes(there),
  };
}

/** Removes every entry of a key. */
export function removeMetadata({ hasDraft, draft }: BulkSubject, key: string): OwnOutcome {
  const { metadata } = draft.fields;
  const there = metadata.filter((entry) => entry.key === key);
  if (there.length === 0) return same(words().bulk.noKey(key, hasDraft));
  return {
    is: 'changed',
    from: inWords(there),
    to: metadataInWords(undefined),
    fields: { metadata: metadata.filter((entry) => entry.key !== key) },
    notes: lockedNotes(there),
  };
}

function added({ hasDraft, draft }: BulkSubject, entry: MetadataEntry): OwnOutcome {
  const { metadata } = draft.fields;
  if (metadata.length >= mostMetadataEntries) {
    return refused(words().bulk.tooManyEntries(metadata.length, mostMetadataEntries, hasDraft));
  }
  return {
    is: 'changed',
    from: metadataInWords(undefined),
    to: metadataInWords(entry),
    fields: { metadata: [...metadata, entry] },
    notes: [],
  };
}

/** The server lets a locked entry be changed all the same; a person may have meant it to stay. */
function lockedNotes(entries: readonly MetadataEntry[]): BulkNote[] {
  if (!entries.some(({ locked }) => locked)) return [];
  return [{ severity: 'warns', message: words().bulk.locked }];
}

const inWords = (entries: readonly MetadataEntry[]): string => entries.map(metadataInWords).join(', ');
