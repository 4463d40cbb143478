import type { Attempt } from '../../../electron/model/attempt.ts';
import type { DraftFields } from '../../../electron/model/draft.ts';
import type { Release } from '../../../electron/model/release.ts';
import { count, fileSize, shortId } from '../../format.ts';
import { texts } from '../../texts/texts.ts';

/** A field before, as it was sent, and after; null where there is nothing to tell. */
export type AttemptRow = {
  readonly label: string;
  readonly before: string | null;
  readonly sent: string;
  readonly after: string | null;
};

/** Every field of an attempt in words, in the order of the editor. */
export function attemptRows({ before, sent, after }: Attempt): readonly AttemptRow[] {
  const columns = { before: before && sideOf(before), after: after && sideOf(after) };
  const meant = sideOfFields(sent.fields, branchName(sent.fields.branchId, [before, after]));
  const keys = [
    ...new Set([before, sent.fields, after].flatMap((side) => side?.metadata ?? []).map(({ key }) => key)),
  ];
  const row = (label: string, of: (side: Side) => string, sentWords = of(meant)): AttemptRow => ({
    label,
    before: columns.before && of(columns.before),
    sent: sentWords,
    after: columns.after && of(columns.after),
  });
  const { parts } = texts.editor;
  return [
    row(parts.version, ({ version }) => version),
    row(parts.status, ({ status }) => status),
    row(parts.latest, ({ latest }) => latest),
    row(parts.branch, ({ branch }) => branch),
    ...keys.map((key) =>
      row(texts.history.metadataOf(key), ({ metadata }) => metadata.get(key) ?? texts.history.noEntry),
    ),
    row(parts.licenses, ({ licenses }) => licenses),
    row(parts.file, ({ file }) => file, sentFile({ before, sent })),
  ];
}

type Side = {
  readonly version: string;
  readonly status: string;
  readonly latest: string;
  readonly branch: string;
  readonly metadata: ReadonlyMap<string, string>;
  readonly licenses: string;
  readonly file: string;
};

function sideOf(release: Release): Side {
  const { version, status, latest, branchName, metadata, licenseIds, file } = release;
  return {
    version,
    status: texts.status[status],
    latest: latest ? texts.history.latestYes : texts.history.latestNo,
    branch: branchName ?? texts.history.noBranch,
    metadata: metadataOf(metadata),
    licenses: licensesOf(licenseIds),
    file: file === null ? texts.history.noFile : fileWords(file.name, file.size),
  };
}

function sideOfFields(fields: DraftFields, branch: string): Side {
  const { version, status, setAsLatest, metadata, licenseIds } = fields;
  return {
    version,
    status: texts.status[status],
    latest: setAsLatest ? texts.history.latestYes : texts.history.latestNo,
    branch,
    metadata: metadataOf(metadata),
    licenses: licensesOf(licenseIds),
    file: '',
  };
}

/** What was sent knows its branch by the id only: the name may be on either side of it. */
function branchName(id: string | null, sides: readonly (Release | null)[]): string {
  if (id === null) return texts.history.noBranch;
  return sides.find((side) => side?.branchId === id)?.branchName ?? texts.editor.unknownBranch(shortId(id));
}

function sentFile({ before, sent }: Pick<Attempt, 'before' | 'sent'>): string {
  if (sent.artifact !== null) return fileWords(sent.artifact.name, sent.artifact.size);
  const stays = sent.keepExistingFile ? (before?.file ?? null) : null;
  return stays === null ? texts.history.noFile : fileWords(stays.name, stays.size);
}

function fileWords(name: string, size: number): string {
  return `${name}, ${fileSize(size)}`;
}

function metadataOf(entries: DraftFields['metadata']): ReadonlyMap<string, string> {
  return new Map(
    entries.map(({ key, value, locked }) => [key, locked ? texts.history.locked(value) : value]),
  );
}

function licensesOf(ids: readonly string[]): string {
  return ids.length === 0
    ? texts.history.allLicenses
    : texts.history.licenses(count(ids.length), ids.length === 1);
}
