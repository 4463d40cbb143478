import type { BulkNote } from '../../model/bulk-change.ts';
import type { DraftFields } from '../../model/draft.ts';
import type { Release } from '../../model/release.ts';
import type { StoredDraft } from '../../store/drafts.ts';

/** One release or draft that is to be changed, as it stands. */
export interface BulkSubject {
  /** As last seen; null for one that does not exist yet, and for one that the last reading did not have. */
  readonly release: Release | null;
  /** Its draft. Where there is none, or one that changes nothing, the one that would be made. */
  readonly draft: StoredDraft;
  /** Whether there is a draft with work of a person's own in it. */
  readonly hasDraft: boolean;
  readonly isPublishing: boolean;
}

/** What a change means for one subject by itself, before anything around it is looked at. */
export type OwnOutcome =
  | {
      readonly is: 'changed';
      readonly from: string;
      readonly to: string;
      readonly fields: Partial<DraftFields>;
      readonly notes: readonly BulkNote[];
    }
  | { readonly is: 'same'; readonly reason: string }
  | { readonly is: 'refused'; readonly reason: string };

/** A change with all it has to know of the others it is made with. */
export type BulkRule = (subject: BulkSubject) => OwnOutcome;

export const same = (reason: string): OwnOutcome => ({ is: 'same', reason });
export const refused = (reason: string): OwnOutcome => ({ is: 'refused', reason });

/** That nothing needs to be done: in the words for what its draft says, or for what the release is. */
export function already({ hasDraft }: BulkSubject, words: { draft: string; release: string }): OwnOutcome {
  return same(hasDraft ? words.draft : words.release);
}

export function versionOf({ release, draft }: Pick<BulkSubject, 'release' | 'draft'>): string {
  return release?.version ?? draft.base?.version ?? draft.fields.version;
}
