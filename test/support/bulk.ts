import type { BulkChange, BulkRow } from '../../electron/model/bulk-change.ts';
import type { DraftFields } from '../../electron/model/draft.ts';
import type { Branch, License, Release } from '../../electron/model/release.ts';
import { atOnce } from '../../electron/pieces.ts';
import { indexReleases } from '../../electron/publish/batch/imagined-server.ts';
import { changingMany } from '../../electron/publish/bulk/bulk-change.ts';
import type { BulkSubject } from '../../electron/publish/bulk/subject.ts';
import { startingFields } from '../../electron/publish/request.ts';
import type { DraftFile } from '../../electron/store/drafts.ts';
import { dev } from './batches.ts';
import { exampleDraft } from './examples.ts';

/** Releases and drafts that are changed together, as a test writes them down in a line each. */

export const foreignBranch: Branch = {
  id: '73149135-57e4-4a69-a98f-8a7f92cc6c9f',
  name: 'edge',
  productId: '0f9ab8c6-6f0c-4d55-a1a9-9d8d3f6a5a10',
};

export const anna = licenseOf('c4f26bab-f5ef-4ae6-aa41-7f286936d762', 'Anna');
export const ben = licenseOf('fcfbf6d4-2f4b-4530-a4ff-68d09e848656', 'Ben');

export function licenseOf(id: string, customer: string, productId = dev.productId): License {
  return { id, customer, productIds: [productId], suspended: false, expiresAt: null };
}

/** A release without a draft. */
export function chosen(release: Release): BulkSubject {
  return { release, draft: draftFor(release, {}), hasDraft: false, isPublishing: false };
}

/** A release with a draft that says this, or the draft of a new one. */
export function drafted(
  release: Release | null,
  fields: Partial<DraftFields>,
  file: DraftFile = { kind: 'keep' },
): BulkSubject {
  return { release, draft: { ...draftFor(release, fields), file }, hasDraft: true, isPublishing: false };
}

function draftFor(base: Release | null, fields: Partial<DraftFields>) {
  return exampleDraft({
    id: `draft of ${base?.id ?? fields.version}`,
    releaseId: base?.id ?? null,
    base,
    fields: { ...startingFields(base), ...fields },
  });
}

export interface Surroundings {
  /** On the server, besides those that are changed. */
  readonly others?: readonly Release[];
  readonly branches?: readonly Branch[] | null;
  readonly licenses?: readonly License[] | null;
}

/** What a change would do to each, on a server that holds their releases. */
export function changeMany(
  subjects: readonly BulkSubject[],
  change: BulkChange,
  { others = [], branches = [dev, foreignBranch], licenses = [anna, ben] }: Surroundings = {},
) {
  const releases = [...subjects.flatMap(({ release }) => release ?? []), ...others];
  return atOnce(
    changingMany(subjects, change, {
      index: indexReleases(releases),
      branches: branches ?? [],
      licenses: licenses ?? [],
      around: () => ({ branches, licenses }),
    }),
  );
}

/** The same for one, as its row shows it. */
export function changeOne(
  subject: BulkSubject,
  change: BulkChange,
  around: Surroundings = {},
): BulkRow['outcome'] {
  const [step] = changeMany([subject], change, around);
  if (!step) throw new Error('nothing came of it');
  return step.row.outcome;
}

/** The notes of an outcome, as sentences; of one that is not changed, why. */
export function saidOf(outcome: BulkRow['outcome']): string[] {
  return outcome.is === 'changed' ? outcome.notes.map(({ message }) => message) : [outcome.reason];
}
