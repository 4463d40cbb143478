import type { BulkChange } from '../../electron/model/bulk-change.ts';
import type { ReleaseStatus } from '../../electron/model/release.ts';

/** The changes that can be made to many at once, as a person chooses among them. */
export const bulkKinds = [
  'status',
  'branch',
  'metadata-add',
  'metadata-set',
  'metadata-remove',
  'licenses-add',
  'licenses-remove',
  'latest-set',
  'latest-take',
] as const;
export type BulkKind = (typeof bulkKinds)[number];

/** What has been filled in so far. What one kind does not ask for is kept for the others. */
export type BulkForm = {
  readonly kind: BulkKind | null;
  readonly status: ReleaseStatus | null;
  /** Null until one, or none, was chosen. */
  readonly branch: { readonly id: string | null } | null;
  readonly key: string;
  readonly value: string;
  /** Of an entry that is there, `keep` leaves it as it is. */
  readonly lock: 'keep' | 'on' | 'off';
  readonly licenseIds: readonly string[];
};

export const emptyForm: BulkForm = {
  kind: null,
  status: null,
  branch: null,
  key: '',
  value: '',
  lock: 'keep',
  licenseIds: [],
};

/** The change the form stands for; null while something is missing. */
export function changeOf(form: BulkForm): BulkChange | null {
  const { kind, status, branch, key, value, lock } = form;
  const licenseIds = [...form.licenseIds];
  switch (kind) {
    case null:
      return null;
    case 'status':
      return status && { change: kind, status };
    case 'branch':
      return branch && { change: kind, branchId: branch.id };
    case 'metadata-add':
      return key === '' || value === '' ? null : { change: kind, key, value, locked: lock === 'on' };
    case 'metadata-set': {
      const locked = lock === 'keep' ? null : lock === 'on';
      return key === '' || value === '' ? null : { change: kind, key, value, locked };
    }
    case 'metadata-remove':
      return key === '' ? null : { change: kind, key };
    case 'licenses-add':
    case 'licenses-remove':
      return licenseIds.length === 0 ? null : { change: kind, licenseIds };
    case 'latest-set':
    case 'latest-take':
      return { change: 'latest', latest: kind === 'latest-set' };
  }
}
