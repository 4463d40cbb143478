import type { Draft, DraftFields } from '../../../electron/model/draft.ts';
import type { Release } from '../../../electron/model/release.ts';
import { texts } from '../../texts/texts.ts';
import { shown } from '../../ui/visible-text.ts';

/** What a draft changes, in a line: "File → app.jar, Status → Archived", "New release, Published, File → app.jar". */
export function draftWords(draft: Draft): string {
  const { base, fields } = draft;
  const changes =
    base === null ? [texts.drafts.creates(texts.status[fields.status])] : fieldChanges(base, fields);
  const all = base === null ? [...changes, ...fileChange(draft)] : [...fileChange(draft), ...changes];
  return all.length === 0 ? texts.drafts.changesNothing : all.join(', ');
}

function fileChange({ file }: Draft): readonly string[] {
  const { change, noFile } = texts.drafts;
  if (file.kind === 'keep') return [];
  return [change(texts.editor.parts.file, file.kind === 'remove' ? noFile : shown(file.artifact.name))];
}

/** The fields in which a draft differs from the release it began from. */
function fieldChanges(base: Release, fields: DraftFields): readonly string[] {
  const { change } = texts.drafts;
  const { parts } = texts.editor;
  return [
    fields.version !== base.version && change(parts.version, shown(fields.version)),
    fields.status !== base.status && change(parts.status, texts.status[fields.status]),
    fields.setAsLatest !== base.latest &&
      change(parts.latest, fields.setAsLatest ? texts.drafts.yes : texts.drafts.no),
    fields.branchId !== base.branchId && parts.branch,
    JSON.stringify(fields.metadata) !== JSON.stringify(base.metadata) && metadataChange(base, fields),
    asSet(fields.licenseIds) !== asSet(base.licenseIds) && parts.licenses,
  ].filter((line) => line !== false);
}

/** By name those that change, as long as they are few. */
function metadataChange(base: Release, fields: DraftFields): string {
  const before = new Map(base.metadata.map((entry) => [entry.key, JSON.stringify(entry)]));
  const after = new Map(fields.metadata.map((entry) => [entry.key, JSON.stringify(entry)]));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const changed = keys.filter((key) => before.get(key) !== after.get(key));
  const { metadata } = texts.editor.parts;
  return changed.length === 0 || changed.length > mostKeys
    ? metadata
    : texts.drafts.ofKeys(metadata, changed.map(shown).join(', '));
}

const mostKeys = 3;

function asSet(ids: readonly string[]): string {
  return [...new Set(ids)].sort().join();
}
