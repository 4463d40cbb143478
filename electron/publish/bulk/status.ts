import type { ReleaseStatus } from '../../model/release.ts';
import { words } from '../../texts/words.ts';
import { statusInWords } from '../words.ts';
import { already, type BulkSubject, type OwnOutcome } from './subject.ts';

export function toStatus(subject: BulkSubject, status: ReleaseStatus): OwnOutcome {
  const now = subject.draft.fields.status;
  const to = statusInWords(status);
  if (now === status) {
    return already(subject, words().bulk.status(to));
  }
  return { is: 'changed', from: statusInWords(now), to, fields: { status }, notes: [] };
}
