import type { ReleaseStatus } from '../model/release.ts';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** The fields of a release and their values in words, and what others changed of them. */
export const fieldTexts = {
  units: {
    bytes: (n: number) => `${n}\u00a0${n === 1 ? 'byte' : 'bytes'}`,
    larger: ['KB', 'MB', 'GB', 'TB'],
  },
  labels: {
    version: 'Version',
    status: 'Status',
    latest: 'Latest',
    branch: 'Branch',
    metadata: 'Metadata',
    metadataOf: (key: string) => `Metadata: ${key}`,
    metadataOrder: 'Metadata order',
    licenses: 'Licenses',
    file: 'File',
    release: 'Release',
  },
  status: {
    PUBLISHED: 'Published',
    DRAFT: 'Draft',
    DEPRECATED: 'Deprecated',
    ARCHIVED: 'Archived',
  } satisfies Record<ReleaseStatus, string>,
  latest: (latest: boolean) => (latest ? 'Latest' : 'Not latest'),
  noBranch: 'No branch',
  allLicenses: 'All licenses',
  licenses: (n: number) => counted(n, 'license', 'licenses'),
  noMetadata: 'None',
  locked: (value: string) => `${value} (locked)`,
  noFile: 'No file',
  andMore: (named: string, n: number) => `${named} and ${n} more`,
  keepFile: 'Keep the file',
  removeFile: 'Remove the file',
  addFile: (file: string) => `Add ${file}`,
  replaceFile: (file: string) => `Replace with ${file}`,
  notThere: 'Not there',
  md5: (file: string, checksum: string | null) => `${file}, MD5 ${checksum ?? 'unknown'}`,
  meantAndFound: (meant: string, found: string) => `Meant: ${meant}. Found: ${found}.`,
  theirs: {
    changed: (label: string, from: string, to: string) =>
      `On the server, the ${label.toLowerCase()} changed from “${from}” to “${to}”.`,
    metadataRemoved: (key: string) => `On the server, the metadata “${key}” was removed.`,
    metadataAdded: (key: string, value: string) =>
      `On the server, the metadata “${key}” was added: “${value}”.`,
    metadataChanged: (key: string, from: string, to: string) =>
      `On the server, the metadata “${key}” changed from “${from}” to “${to}”.`,
    licensesAdded: (n: number) => `On the server, ${counted(n, 'license', 'licenses')} came in.`,
    licensesRemoved: (n: number) => `On the server, ${counted(n, 'license', 'licenses')} went out.`,
    fileRemoved: (name: string) => `On the server, the file ${name} was removed.`,
    fileBecame: (file: string) => `On the server, the file became ${file}.`,
  },
  jar: {
    damaged: 'it is damaged, or no jar at all',
    zip64: 'it is a ZIP64 archive, which the server cannot read',
    noMain: 'its plugin.yml names no “main”',
    tooManyEntries: 'it has too many entries to look through',
    tooLong: 'it takes too long to look through',
    severalYmls: 'it has more than one plugin.yml',
    noYml: 'there is no plugin.yml at its top level',
    encryptedYml: 'its plugin.yml is encrypted',
    oddlyPackedYml: 'its plugin.yml is packed in a way the server cannot read',
    damagedYml: 'its plugin.yml is damaged',
    largeYml: 'its plugin.yml is larger than 1 MB',
  },
  outcome: {
    started: 'under way',
    verified: 'verified',
    refused: 'refused',
    'not-applied': 'not applied',
    unknown: 'unknown',
  },
};
