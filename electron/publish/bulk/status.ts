import type { ReleaseStatus } from '../../model/release.ts';
import { statusInWords } from '../words.ts';
import { already, type BulkSubject, type OwnOutcome } from './subject.ts';

export function toStatus(subject: BulkSubject, status: ReleaseStatus): OwnOutcome {
  const now = subject.draft.fields.status;
  const to = statusInWords(status);
  if (now === status) {
    return already(subject, { draft: `Its draft says ${to} already.`, release: `It is ${to} already.` });
  }
  return { is: 'changed', from: statusInWords(now), to, fields: { status }, notes: [] };
}
