import type { BulkNote } from '../../model/bulk-change.ts';
import type { License } from '../../model/release.ts';
import { words } from '../../texts/words.ts';
import { mostLicenses } from '../preflight/licenses.ts';
import { licensesInWords } from '../words.ts';
import { type BulkSubject, type OwnOutcome, refused, same } from './subject.ts';

/**
 * Restricts releases to licenses, besides those they are restricted to already. The server looks for the licenses in
 * the whole team (step 12): one of another product is taken, and is of no use.
 */
export function addLicenses(
  { draft, hasDraft }: BulkSubject,
  licenseIds: readonly string[],
  known: readonly License[],
): OwnOutcome {
  const now = draft.fields.licenseIds;
  const missing = [...new Set(licenseIds)].filter((id) => !now.includes(id));
  if (missing.length === 0) {
    return same(words().bulk.hasLicenses(licensesInWords(now, known), hasDraft));
  }
  const after = [...now, ...missing];
  if (after.length > mostLicenses) {
    return refused(words().bulk.tooManyLicenses(after.length, mostLicenses));
  }
  const foreign = missing.filter((id) =>
    known.some((license) => license.id === id && !license.productIds.includes(draft.productId)),
  );
  const notes: (BulkNote | false)[] = [
    now.length === 0 && {
      severity: 'warns',
      message: words().bulk.becomesRestricted(after.length),
    },
    foreign.length > 0 && {
      severity: 'warns',
      message: words().bulk.foreignLicenses(licensesInWords(foreign, known)),
    },
  ];
  return changed(now, after, known, notes);
}

/** Takes licenses out of what releases are restricted to. */
export function removeLicenses(
  { draft, hasDraft }: BulkSubject,
  licenseIds: readonly string[],
  known: readonly License[],
): OwnOutcome {
  const now = draft.fields.licenseIds;
  const after = now.filter((id) => !licenseIds.includes(id));
  if (after.length === now.length) {
    return same(words().bulk.noSuchLicenses(licensesInWords(licenseIds, known), hasDraft));
  }
  return changed(now, after, known, [
    after.length === 0 && {
      severity: 'warns',
      message: words().bulk.noRestriction,
    },
  ]);
}

function changed(
  from: readonly string[],
  to: string[],
  known: readonly License[],
  notes: readonly (BulkNote | false)[],
): OwnOutcome {
  return {
    is: 'changed',
    from: licensesInWords(from, known),
    to: licensesInWords(to, known),
    fields: { licenseIds: to },
    notes: notes.filter((note) => note !== false),
  };
}
