import type { Draft } from '../../electron/model/draft.ts';
import type { Branch } from '../../electron/model/release.ts';
import type { ReleaseEntry } from './release-order.ts';

/** The releases a product does not have yet, as entries of its list: they stand above those it has. */
export function entriesOfNewDrafts(
  drafts: readonly Draft[],
  productId: string | null,
  branches: readonly Branch[],
): readonly ReleaseEntry[] {
  return drafts
    .filter((draft) => draft.releaseId === null && draft.productId === productId)
    .map((draft) => entryOf(draft, branches));
}

function entryOf(draft: Draft, branches: readonly Branch[]): ReleaseEntry {
  const { id, productId, fields, file, createdAt, updatedAt } = draft;
  const branchName = branches.find((branch) => branch.id === fields.branchId)?.name ?? null;
  const artifact = file.kind === 'replace' ? file.artifact : null;
  return {
    draftId: id,
    rank: Number.MAX_SAFE_INTEGER,
    text: [fields.version, branchName, artifact?.name].filter(Boolean).join('\n').toLowerCase(),
    release: {
      id,
      productId,
      version: fields.version,
      status: fields.status,
      latest: false,
      branchId: fields.branchId,
      branchName,
      metadata: fields.metadata,
      licenseIds: fields.licenseIds,
      file: artifact && {
        name: artifact.name,
        size: artifact.size,
        checksum: artifact.md5,
        key: '',
        mainClassName: null,
      },
      createdAt,
      updatedAt,
      lastSeenAt: null,
    },
  };
}
