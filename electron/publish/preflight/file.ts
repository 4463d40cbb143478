import type { Artifact, Finding } from '../../model/draft.ts';
import { factsOf, sameFile } from '../merge.ts';
import { fileInWords, sizeInWords } from '../words.ts';
import { blocks, type Checked, tells, warns } from './rule.ts';
import { extensionOf } from './storage.ts';

/** A file before it is for any release. */
export type BareFile = Pick<Artifact, 'name' | 'size' | 'jar'>;

/** What the server would do with a file, whichever release it is for. `maxFileBytes`: the connection's limit. */
export function fileByItself(file: BareFile, maxFileBytes: number): Finding[] {
  return [...sizeOf(file, maxFileBytes), ...withoutExtension(file, null), ...withoutMain(file, null)];
}

/** A file that would be refused from step 15 on is refused too late: the old one is deleted in step 14. */
const tooLate = (server: Checked['server']): string =>
  server?.file
    ? ` The server would refuse it after deleting ${server.file.name}.`
    : ' The server would refuse it.';

/** Without its own copy the app has nothing to send. */
export function artifactMissing({ draft: { file }, known }: Checked): Finding[] {
  if (file.kind !== 'replace' || known.artifactInVault) return [];
  return [
    blocks(
      'artifact-missing',
      'file',
      `The app’s copy of ${file.artifact.name} is gone or was altered. Drop the file again.`,
      { label: 'Keep the old file', change: { file: 'keep' } },
    ),
  ];
}

/** Step 17; and the object in the storage is named by it. */
export function fileExtension({ draft: { file }, server }: Checked): Finding[] {
  if (file.kind !== 'replace') return [];
  const extension = extensionOf(file.artifact.name);
  if (extension === null) return withoutExtension(file.artifact, server);
  const old = server?.file ? extensionOf(server.file.name) : null;
  if (old === null || old === extension) return [];
  return [
    warns(
      'file-other-extension',
      'file',
      `The file on the server is a .${old}, the new one a .${extension}: what downloads it may not expect that.`,
    ),
  ];
}

function withoutExtension({ name }: BareFile, server: Checked['server']): Finding[] {
  if (extensionOf(name) !== null) return [];
  return [
    blocks(
      'file-without-extension',
      'file',
      `The name ${name} has no extension, which the server asks for.${tooLate(server)} Rename the file and drop it again.`,
    ),
  ];
}

/** Step 6, with the limit that is set for the connection. */
export function fileSize({ draft: { file }, known }: Checked): Finding[] {
  return file.kind === 'replace' ? sizeOf(file.artifact, known.connection.maxFileBytes) : [];
}

function sizeOf(file: BareFile, limit: number): Finding[] {
  const { name, size } = file;
  if (size === 0) {
    return [warns('file-empty', 'file', `${name} is empty. The server takes it all the same.`)];
  }
  if (size <= limit) return [];
  return [
    blocks(
      'file-too-large',
      'file',
      `${fileInWords(file)}, is over the limit of ${sizeInWords(limit)}. ` +
        'If your server takes more, change the limit in the settings of the connection.',
    ),
  ];
}

/** Step 18. Only files that end in lower-case `.jar` are looked into. */
export function jarMain({ draft, server }: Checked): Finding[] {
  const { file, fields } = draft;
  if (file.kind !== 'replace') return [];
  const { name, jar } = file.artifact;
  if (jar === null || 'problem' in jar) return withoutMain(file.artifact, server);
  if (jar.pluginVersion === null || jar.pluginVersion === fields.version) return [];
  return [
    tells(
      'jar-other-version',
      'file',
      `The plugin.yml in ${name} says version ${jar.pluginVersion}, the release says ${fields.version}.`,
    ),
  ];
}

function withoutMain({ name, jar }: BareFile, server: Checked['server']): Finding[] {
  if (jar === null) {
    if (!/\.jar$/i.test(name)) return [];
    return [
      tells(
        'jar-not-inspected',
        'file',
        `The server does not look into ${name}, because it does not end in lower-case .jar: it will know no main class.`,
      ),
    ];
  }
  if (!('problem' in jar)) return [];
  return [blocks('jar-without-main', 'file', `${name} cannot be used: ${jar.problem}.${tooLate(server)}`)];
}

/** The app sends what was dropped, not what the build made of it since. */
export function artifactSource({ draft: { file } }: Checked): Finding[] {
  if (file.kind !== 'replace') return [];
  const { name } = file.artifact;
  if (file.source === 'changed') {
    return [
      warns(
        'artifact-changed',
        'file',
        `${name} has changed on disk since it was dropped. The copy from then is sent, unless you take the newer one.`,
      ),
    ];
  }
  if (file.source !== 'missing') return [];
  return [
    tells(
      'artifact-source-gone',
      'file',
      `${name} is no longer where it came from. The copy from when it was dropped is sent.`,
    ),
  ];
}

/** What becomes of the file that is there: the server gives none back. */
export function oldFile({ draft: { file }, known, server }: Checked): Finding[] {
  const old = server?.file ?? null;
  const keep = { label: 'Keep the file', change: { file: 'keep' } } as const;
  if (file.kind === 'remove') {
    if (old === null) {
      return [tells('file-not-there', 'file', 'There is no file that could be removed.', keep)];
    }
    const way = known.oldFileInVault ? 'The app has a copy.' : 'The app has no copy of it.';
    return [
      warns('file-removed', 'file', `${fileInWords(old)}, will be deleted from the release. ${way}`, keep),
    ];
  }
  if (file.kind !== 'replace' || old === null) return [];
  if (sameFile(old, factsOf(file.artifact))) {
    return [
      tells(
        'file-same',
        'file',
        `The server has exactly this file already; ${old.name} is sent again.`,
        keep,
      ),
    ];
  }
  if (known.oldFileInVault) return [];
  return [
    warns(
      'file-at-risk',
      'file',
      `If the server fails half-way, ${fileInWords(old)}, is lost: the app has no copy to put back.`,
    ),
  ];
}

/** Customers would find nothing to download. */
export function fileMissing({ draft: { file, fields }, server }: Checked): Finding[] {
  const old = server?.file ?? null;
  if (fields.status !== 'PUBLISHED' || file.kind === 'replace' || (file.kind === 'keep' && old !== null)) {
    return [];
  }
  return [tells('file-missing', 'file', 'The release will be published without a file.')];
}
