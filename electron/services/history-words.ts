import { stringify } from 'csv-stringify/sync';
import type { Attempt } from '../model/attempt.ts';
import type { Release } from '../model/release.ts';
import { statusInWords } from '../publish/words.ts';
import { words } from '../texts/words.ts';

/** Everything of an attempt that a person may remember, in lower case. */
export function wordsOf(attempt: Attempt): string {
  const { version, sent, outcome, failure, answer, before, after, releaseId } = attempt;
  const { artifact, fields } = sent;
  return [
    version,
    releaseId,
    // As it is stored, and as the window says it.
    outcome,
    words().fields.outcome[outcome],
    statusInWords(fields.status),
    ...fields.metadata.flatMap(({ key, value }) => [key, value]),
    artifact?.name,
    artifact?.md5,
    artifact?.sha256,
    failure?.message,
    failure?.details,
    answer?.status,
    answer?.details,
    ...[before, after].flatMap((release) => (release ? wordsOfRelease(release) : [])),
  ]
    .join(' ')
    .toLowerCase();
}

function wordsOfRelease({ version, status, branchName, file }: Release): (string | null | undefined)[] {
  return [version, statusInWords(status), branchName, file?.name, file?.checksum];
}

/**
 * Attempts as rows of a spreadsheet, the first of them under the names of the columns. Cells a spreadsheet would run as
 * a formula are kept from it by a leading apostrophe.
 */
export function csvOf(attempts: readonly Attempt[], isFirst: boolean): string {
  return stringify(attempts.map(rowOf), { header: isFirst, bom: isFirst, escape_formulas: true });
}

function rowOf({ before, after, sent, failure, answer, ...attempt }: Attempt) {
  const { startedAt, finishedAt } = attempt;
  return {
    startedAt,
    finishedAt: finishedAt ?? '',
    seconds: finishedAt === null ? '' : (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000,
    version: attempt.version,
    releaseId: attempt.releaseId ?? '',
    productId: attempt.productId,
    outcome: attempt.outcome,
    httpStatus: answer?.status ?? failure?.status ?? '',
    details: answer?.details ?? failure?.details ?? '',
    message: failure?.message ?? '',
    versionBefore: before?.version ?? '',
    statusBefore: before?.status ?? '',
    statusSent: sent.fields.status,
    statusAfter: after?.status ?? '',
    latestBefore: before?.latest ?? '',
    latestSent: sent.fields.setAsLatest,
    branchSent: sent.fields.branchId ?? '',
    metadataBefore: before ? JSON.stringify(before.metadata) : '',
    metadataSent: JSON.stringify(sent.fields.metadata),
    licensesSent: sent.fields.licenseIds.join(' '),
    fileBefore: before?.file?.name ?? '',
    md5Before: before?.file?.checksum ?? '',
    fileSent: sent.artifact?.name ?? (sent.keepExistingFile ? '(kept)' : '(removed)'),
    bytesSent: sent.artifact?.size ?? '',
    md5Sent: sent.artifact?.md5 ?? '',
    sha256Sent: sent.artifact?.sha256 ?? '',
    md5After: after?.file?.checksum ?? '',
  };
}
