import type { Release } from '../model/release.ts';
import { startingFields } from '../publish/request.ts';
import type { StoredDraft } from '../store/drafts.ts';

interface Beginning extends Pick<StoredDraft, 'id' | 'connectionId' | 'productId'> {
  /** ISO 8601. */
  readonly at: string;
}

/** A draft that changes nothing yet: of a release as it was last seen, or of a new one (null). */
export function beginDraft(
  { id, connectionId, productId, at }: Beginning,
  base: Release | null,
): StoredDraft {
  return {
    id,
    connectionId,
    productId,
    releaseId: base?.id ?? null,
    base,
    fields: startingFields(base),
    file: { kind: 'keep' },
    source: null,
    createdAt: at,
    updatedAt: at,
  };
}
