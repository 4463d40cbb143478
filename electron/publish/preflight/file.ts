import type { Artifact, Finding } from '../../model/draft.ts';
import { words } from '../../texts/words.ts';
import { factsOf, sameFile } from '../merge.ts';
import { fileInSentence, sizeInWords } from '../words.ts';
import { blocks, type Checked, tells, warns } from './rule.ts';
import { extensionOf } from './storage.ts';

const said = () => words().findings.file;

/** A file before it is for any release. */
export type BareFile = Pick<Artifact, 'name' | 'size' | 'jar'>;

/** What the server would do with a file, whichever release it is for. `maxFileBytes`: the connection's limit. */
export function fileByItself(file: BareFile, maxFileBytes: number): Finding[] {
  return [...sizeOf(file, maxFileBytes), ...withoutExtension(file, null), ...withoutMain(file, null)];
}

/** A file that would be refused from step 15 on is refused too late: the old one is deleted in step 14. */
const tooLate = (server: Checked['server']): string => words().findings.tooLate(server?.file?.name ?? null);

/** Without its own copy the app has nothing to send. */
export function artifactMissing({ draft: { file }, known }: Checked): Finding[] {
  if (file.kind !== 'replace' || known.artifactInVault) return [];
  return [
    blocks('artifact-missing', 'file', said().missingCopy(file.artifact.name), {
      label: said().keepOld,
      change: { file: 'keep' },
    }),
  ];
}

/** Step 17; and the object in the storage is named by it. */
export function fileExtension({ draft: { file }, server }: Checked): Finding[] {
  if (file.kind !== 'replace') return [];
  const extension = extensionOf(file.artifact.name);
  if (extension === null) return withoutExtension(file.artifact, server);
  const old = server?.file ? extensionOf(server.file.name) : null;
  if (old === null || old === extension) return [];
  return [warns('file-other-extension', 'file', said().otherExtension(old, extension))];
}

function withoutExtension({ name }: BareFile, server: Checked['server']): Finding[] {
  if (extensionOf(name) !== null) return [];
  return [blocks('file-without-extension', 'file', said().noExtension(name, tooLate(server)))];
}

/** Step 6, with the limit that is set for the connection. */
export function fileSize({ draft: { file }, known }: Checked): Finding[] {
  return file.kind === 'replace' ? sizeOf(file.artifact, known.connection.maxFileBytes) : [];
}

function sizeOf(file: BareFile, limit: number): Finding[] {
  const { name, size, jar } = file;
  // A jar without content is told what is worse: that the server would refuse it.
  if (size === 0) {
    return jar !== null && 'problem' in jar ? [] : [warns('file-empty', 'file', said().empty(name))];
  }
  if (size <= limit) return [];
  return [blocks('file-too-large', 'file', said().tooLarge(fileInSentence(file), sizeInWords(limit)))];
}

/** Step 18. Only files that end in lower-case `.jar` are looked into. */
export function jarMain({ draft, server }: Checked): Finding[] {
  const { file, fields } = draft;
  if (file.kind !== 'replace') return [];
  const { name, jar } = file.artifact;
  if (jar === null || 'problem' in jar) return withoutMain(file.artifact, server);
  if (jar.pluginVersion === null || jar.pluginVersion === fields.version) return [];
  // That it has none yet is said of the version.
  if (fields.version === '') return [];
  return [tells('jar-other-version', 'file', said().otherVersion(name, jar.pluginVersion, fields.version))];
}

function withoutMain({ name, jar }: BareFile, server: Checked['server']): Finding[] {
  if (jar === null) {
    if (!/\.jar$/i.test(name)) return [];
    return [tells('jar-not-inspected', 'file', said().notInspected(name))];
  }
  if (!('problem' in jar)) return [];
  return [blocks('jar-without-main', 'file', said().unusable(name, jar.problem, tooLate(server)))];
}

/** The app sends what was dropped, not what the build made of it since. */
export function artifactSource({ draft: { file } }: Checked): Finding[] {
  if (file.kind !== 'replace') return [];
  const { name } = file.artifact;
  if (file.source === 'changed') {
    return [warns('artifact-changed', 'file', said().changedOnDisk(name))];
  }
  if (file.source !== 'missing') return [];
  return [tells('artifact-source-gone', 'file', said().sourceGone(name))];
}

/** What becomes of the file that is there: the server gives none back. */
export function oldFile({ draft: { file }, known, server }: Checked): Finding[] {
  const old = server?.file ?? null;
  const keep = { label: said().keep, change: { file: 'keep' } } as const;
  if (file.kind === 'remove') {
    if (old === null) {
      return [tells('file-not-there', 'file', said().nothingToRemove, keep)];
    }
    return [warns('file-removed', 'file', said().removed(fileInSentence(old), known.oldFileInVault), keep)];
  }
  if (file.kind !== 'replace' || old === null) return [];
  if (sameFile(old, factsOf(file.artifact))) {
    return [tells('file-same', 'file', said().same(old.name), keep)];
  }
  if (known.oldFileInVault) return [];
  return [warns('file-at-risk', 'file', said().atRisk(fileInSentence(old)))];
}

/** Customers would find nothing to download. */
export function fileMissing({ draft: { file, fields }, server }: Checked): Finding[] {
  const old = server?.file ?? null;
  if (fields.status !== 'PUBLISHED' || file.kind === 'replace' || (file.kind === 'keep' && old !== null)) {
    return [];
  }
  return [tells('file-missing', 'file', said().none)];
}
