import type { StoredDraft } from '../store/drafts.ts';
import { type Meant, startingFields } from './request.ts';

/** Everything a draft says of its release, as one text: the same for drafts that say the same. */
export function contentOf({ fields, file }: Meant): string {
  return JSON.stringify([
    fields.version,
    fields.status,
    fields.setAsLatest,
    fields.branchId,
    fields.metadata.map(({ key, value, locked }) => [key, value, locked]),
    fields.licenseIds,
    file.kind === 'replace' ? [file.artifact.name, file.artifact.sha256] : file.kind,
  ]);
}

/** Whether a draft says what its base says: a release that was opened, and nothing more. */
export function isUntouched({ base, fields, file }: Pick<StoredDraft, 'base' | 'fields' | 'file'>): boolean {
  if (base === null || file.kind !== 'keep') return false;
  return contentOf({ fields, file }) === contentOf({ fields: startingFields(base), file });
}
