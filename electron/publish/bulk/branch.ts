import type { Branch } from '../../model/release.ts';
import { words } from '../../texts/words.ts';
import { versionKey } from '../batch/imagined-server.ts';
import { branchInWords } from '../words.ts';
import { already, type BulkRule, type BulkSubject, refused } from './subject.ts';

/**
 * Moves each to a branch, but for those that would meet there: the server has a version once in a branch (step 10),
 * and which of them is meant only a person knows. Files are not touched by it: the name a file is stored under leaves
 * the branch out ("What surprises people").
 */
export function toBranch(
  subjects: readonly BulkSubject[],
  branchId: string | null,
  branches: readonly Branch[],
): BulkRule {
  const to = branchInWords(branchId, branches);
  const versions = new Map<string, number>();
  for (const subject of subjects) {
    const key = keyIn(branchId, subject);
    versions.set(key, (versions.get(key) ?? 0) + 1);
  }
  return (subject) => {
    const { fields } = subject.draft;
    const branch = branchId === null ? null : to;
    if (fields.branchId === branchId) {
      return already(subject, words().bulk.branch(branch));
    }
    if ((versions.get(keyIn(branchId, subject)) ?? 0) > 1) {
      return refused(words().bulk.versionTwice(fields.version, branch));
    }
    return {
      is: 'changed',
      from: branchInWords(fields.branchId, branches),
      to,
      fields: { branchId },
      notes: [],
    };
  };
}

/** Names the place it would have. What is not changed takes its place all the same. */
function keyIn(branchId: string | null, { draft: { productId, fields } }: BulkSubject): string {
  return versionKey({ productId, branchId }, fields.version);
}
