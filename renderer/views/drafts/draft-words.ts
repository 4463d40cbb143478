import type { Draft, DraftPart } from '../../../electron/model/draft.ts';
import { texts } from '../../texts/texts.ts';
import { shown } from '../../ui/visible-text.ts';

/** What a draft changes, in a line: "Changes Version, Status", "Creates a release with app.jar". */
export function draftWords(draft: Draft): string {
  const { file, base } = draft;
  const withFile = file.kind === 'replace' ? texts.drafts.withFile(shown(file.artifact.name)) : null;
  if (base === null) return [texts.drafts.creates, withFile].filter(Boolean).join(' ');
  const parts = changedParts(draft).map((part) => texts.editor.parts[part]);
  return parts.length === 0 ? texts.drafts.changesNothing : texts.drafts.changes(parts.join(', '));
}

/** The parts in which a draft differs from the release it began from. */
export function changedParts({ base, fields, file }: Draft): readonly DraftPart[] {
  if (base === null) return [];
  const changed: Readonly<Partial<Record<DraftPart, boolean>>> = {
    version: fields.version !== base.version,
    status: fields.status !== base.status,
    latest: fields.setAsLatest !== base.latest,
    branch: fields.branchId !== base.branchId,
    metadata: JSON.stringify(fields.metadata) !== JSON.stringify(base.metadata),
    licenses: [...fields.licenseIds].sort().join() !== [...base.licenseIds].sort().join(),
    file: file.kind !== 'keep',
  };
  return order.filter((part) => changed[part] === true);
}

const order = [
  'file',
  'version',
  'status',
  'latest',
  'branch',
  'metadata',
  'licenses',
] as const satisfies readonly DraftPart[];
