import type { ReleaseFields } from '../lukittu/client.ts';
import type { Artifact, DraftFields } from '../model/draft.ts';
import type { Release } from '../model/release.ts';
import type { DraftFile } from '../store/drafts.ts';

/** What a draft means to become true: its fields, and what happens to the stored file. */
export interface Meant {
  readonly fields: DraftFields;
  readonly file: DraftFile;
}

/** The release it is about; `releaseId` is null for one that is to be created. */
export interface Target {
  readonly productId: string;
  readonly releaseId: string | null;
}

/** The `data` part of an update: exactly these fields, every one of them (docs/lukittu.md, "The update (PUT) in full"). */
export interface UpdateData extends ReleaseFields {
  readonly keepExistingFile: boolean;
}

/** In a create there is no file yet that could be kept. */
export type ReleaseRequest =
  | {
      readonly call: 'update';
      readonly releaseId: string;
      readonly data: UpdateData;
      readonly artifact: Artifact | null;
    }
  | { readonly call: 'create'; readonly data: ReleaseFields; readonly artifact: Artifact | null };

/**
 * The request that makes come true what is meant. `setAsLatest` is sent only with PUBLISHED: with another status
 * the server ignores it, but still refuses it together with licenses (docs/lukittu.md, step 13).
 */
export function requestOf({ productId, releaseId }: Target, { fields, file }: Meant): ReleaseRequest {
  const data: ReleaseFields = {
    version: fields.version,
    productId,
    status: fields.status,
    setAsLatest: willBeLatest(fields),
    branchId: fields.branchId,
    metadata: fields.metadata.map(({ key, value, locked }) => ({ key, value, locked })),
    licenseIds: [...fields.licenseIds],
  };
  const artifact = file.kind === 'replace' ? file.artifact : null;
  if (releaseId === null) return { call: 'create', data, artifact };
  return { call: 'update', releaseId, data: { ...data, keepExistingFile: file.kind === 'keep' }, artifact };
}

/** Whether the release is latest after the request: the server asks for both ("What surprises people"). */
export function willBeLatest(fields: Pick<DraftFields, 'setAsLatest' | 'status'>): boolean {
  return fields.setAsLatest && fields.status === 'PUBLISHED';
}

/**
 * The fields a draft of this release starts with. `setAsLatest` starts as what the release is: an update that says
 * false for the latest release takes "latest" away from it.
 */
export function startingFields(base: Release | null): DraftFields {
  if (base === null) {
    return { version: '', status: 'DRAFT', setAsLatest: false, branchId: null, metadata: [], licenseIds: [] };
  }
  return {
    version: base.version,
    status: base.status,
    setAsLatest: base.latest,
    branchId: base.branchId,
    metadata: base.metadata.map(({ key, value, locked }) => ({ key, value, locked })),
    licenseIds: [...base.licenseIds],
  };
}
