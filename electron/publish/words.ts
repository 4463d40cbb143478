import type { Branch, License, ReleaseStatus, StoredFile } from '../model/release.ts';
import { regionalLocales, type Words, words } from '../texts/words.ts';

/**
 * `4.2 MB`, not to be torn apart at the end of a line: bytes in steps of 1,024, as the server counts its file limit.
 *
 * @param language instead of the one in use; the number is then written as in that language's own region
 */
export function sizeInWords(bytes: number, language?: Pick<Words, 'fields' | 'locale'>): string {
  const { units } = (language ?? words()).fields;
  let value = bytes;
  let steps = 0;
  while (value >= 999.5 && steps < units.larger.length) {
    value /= 1024;
    steps += 1;
  }
  const unit = units.larger[steps - 1];
  if (unit === undefined) return units.bytes(bytes);
  const numbers = numbersIn(language?.locale ?? regionalLocales().numbers);
  return `${(value < 9.95 ? numbers.oneDigit : numbers.noDigit).format(value)}\u00a0${unit}`;
}

type Numbers = Readonly<Record<'noDigit' | 'oneDigit', Intl.NumberFormat>>;

/** Made once for each locale: to make one takes far longer than to use it. */
const numbersOf = new Map<string, Numbers>();

function numbersIn(locale: string): Numbers {
  const known = numbersOf.get(locale);
  if (known !== undefined) return known;
  const made = {
    noDigit: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
    oneDigit: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  };
  numbersOf.set(locale, made);
  return made;
}

/** `app.jar, 4.2 MB`. */
export function fileInWords(file: Pick<StoredFile, 'name' | 'size'> | null): string {
  return file === null ? words().fields.noFile : `${file.name}, ${sizeInWords(file.size)}`;
}

/** `app.jar (4.2 MB)`: the same in a sentence. */
export function fileInSentence({ name, size }: Pick<StoredFile, 'name' | 'size'>): string {
  return `${name} (${sizeInWords(size)})`;
}

/** `app.jar, 4.2 MB, MD5 0a1b2c3d…`: for two files that read alike without it. */
export function fileWithSumInWords(file: Pick<StoredFile, 'name' | 'size' | 'checksum'> | null): string {
  const sum = file?.checksum ?? null;
  return sum === null ? fileInWords(file) : `${fileInWords(file)}, MD5 ${sum.slice(0, 8)}…`;
}

export function statusInWords(status: ReleaseStatus): string {
  return words().fields.status[status];
}

export function latestInWords(latest: boolean): string {
  return words().fields.latest(latest);
}

/** The branch's name where it is known, else its id. */
export function branchInWords(branchId: string | null, branches: readonly Branch[]): string {
  if (branchId === null) return words().fields.noBranch;
  return branches.find(({ id }) => id === branchId)?.name ?? branchId;
}

/** The customer's name, or the beginning of the id. Never the license key: the app does not have it. */
function licenseInWords(licenseId: string, licenses: readonly License[]): string {
  const short = licenseId.length > 9 ? `${licenseId.slice(0, 8)}…` : licenseId;
  return licenses.find(({ id }) => id === licenseId)?.customer ?? short;
}

/** `Anna, Ben and 3 more`. */
export function licensesInWords(licenseIds: readonly string[], licenses: readonly License[]): string {
  if (licenseIds.length === 0) return words().fields.allLicenses;
  const names = licenseIds.map((id) => licenseInWords(id, licenses));
  if (names.length <= mostNames) return names.join(', ');
  return words().fields.andMore(names.slice(0, mostNames).join(', '), names.length - mostNames);
}

const mostNames = 4;

export function metadataInWords(entry: { value: string; locked: boolean } | undefined): string {
  if (entry === undefined) return words().fields.noMetadata;
  return entry.locked ? words().fields.locked(entry.value) : entry.value;
}
