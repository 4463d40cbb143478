import type { Branch, License, ReleaseStatus, StoredFile } from '../model/release.ts';

/** `4.2 MB`: bytes in steps of 1,024, as the server counts its file limit. */
export function sizeInWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${units[unit] ?? ''}`;
}

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** `app.jar, 4.2 MB`. */
export function fileInWords(file: Pick<StoredFile, 'name' | 'size'> | null): string {
  return file === null ? 'No file' : `${file.name}, ${sizeInWords(file.size)}`;
}

export function statusInWords(status: ReleaseStatus): string {
  return statusNames[status];
}

const statusNames = {
  PUBLISHED: 'Published',
  DRAFT: 'Draft',
  DEPRECATED: 'Deprecated',
  ARCHIVED: 'Archived',
} as const satisfies Record<ReleaseStatus, string>;

export function latestInWords(latest: boolean): string {
  return latest ? 'Latest' : 'Not latest';
}

/** The branch's name where it is known, else its id. */
export function branchInWords(branchId: string | null, branches: readonly Branch[]): string {
  if (branchId === null) return 'No branch';
  return branches.find(({ id }) => id === branchId)?.name ?? branchId;
}

/** The customer's name, or the beginning of the id. Never the license key: the app does not have it. */
export function licenseInWords(licenseId: string, licenses: readonly License[]): string {
  const short = licenseId.length > 9 ? `${licenseId.slice(0, 8)}…` : licenseId;
  return licenses.find(({ id }) => id === licenseId)?.customer ?? short;
}

/** `Anna, Ben and 3 more`. */
export function licensesInWords(licenseIds: readonly string[], licenses: readonly License[]): string {
  if (licenseIds.length === 0) return 'All licenses';
  const names = licenseIds.map((id) => licenseInWords(id, licenses));
  if (names.length <= mostNames) return names.join(', ');
  return `${names.slice(0, mostNames).join(', ')} and ${names.length - mostNames} more`;
}

const mostNames = 4;

export function metadataInWords(entry: { value: string; locked: boolean } | undefined): string {
  if (entry === undefined) return 'None';
  return entry.locked ? `${entry.value} (locked)` : entry.value;
}

/** `1 license`, `2 licenses`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
