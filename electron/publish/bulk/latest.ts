import { compareVersions } from '../../model/version.ts';
import { words } from '../../texts/words.ts';
import { placeKey } from '../batch/imagined-server.ts';
import { latestInWords, statusInWords } from '../words.ts';
import { already, type BulkRule, type BulkSubject, type OwnOutcome, refused, same } from './subject.ts';

/** Takes "latest" away from each that has it, or would get it from its draft. */
export function takeLatestAway(subject: BulkSubject): OwnOutcome {
  if (subject.draft.fields.setAsLatest) return setTo(false);
  return already(subject, words().bulk.notLatest);
}

/**
 * Makes the highest version of each product and branch the latest. What the server would refuse (step 13) or ignore
 * ("What surprises people") does not count among them. The one that is the latest now needs no change of its own:
 * the server takes it away from it.
 */
export function setLatest(subjects: readonly BulkSubject[]): BulkRule {
  const highest = new Map<string, BulkSubject>();
  for (const subject of subjects) {
    if (subject.isPublishing || hindrance(subject) !== null) continue;
    const place = placeKeyOf(subject);
    const other = highest.get(place);
    if (other === undefined || compareVersions(versionIn(subject), versionIn(other)) > 0) {
      highest.set(place, subject);
    }
  }
  return (subject) => {
    const hindered = hindrance(subject);
    if (hindered !== null) return hindered;
    const winner = highest.get(placeKeyOf(subject));
    const { base, fields } = subject.draft;
    if (winner === undefined || winner === subject) {
      return fields.setAsLatest ? already(subject, words().bulk.isLatest) : setTo(true);
    }
    const reason = words().bulk.higher(versionIn(winner));
    const wouldTakeIt = fields.setAsLatest && base?.latest !== true;
    return wouldTakeIt ? setTo(false, reason) : same(reason);
  };
}

/** Why it cannot become the latest, whatever its version is. */
function hindrance({ draft: { fields } }: BulkSubject): OwnOutcome | null {
  if (fields.status !== 'PUBLISHED') {
    return refused(words().bulk.notPublished(statusInWords(fields.status)));
  }
  if (fields.licenseIds.length === 0) return null;
  return refused(words().bulk.restricted);
}

function setTo(setAsLatest: boolean, note?: string): OwnOutcome {
  return {
    is: 'changed',
    from: latestInWords(!setAsLatest),
    to: latestInWords(setAsLatest),
    fields: { setAsLatest },
    notes: note === undefined ? [] : [{ severity: 'tells', message: note }],
  };
}

const versionIn = ({ draft }: BulkSubject): string => draft.fields.version;

const placeKeyOf = ({ draft: { productId, fields } }: BulkSubject): string =>
  placeKey({ productId, branchId: fields.branchId });
