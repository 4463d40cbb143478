import { stringify } from 'csv-stringify/sync';
import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { Attempt } from '../model/attempt.ts';
import type { DraftReview } from '../model/draft.ts';
import { startingFields } from '../publish/request.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { DraftFile } from '../store/drafts.ts';
import type { HistoryStore } from '../store/history.ts';
import type { DraftService } from './drafts.ts';

/** What was sent and what came of it, and the way back. */
export interface HistoryService {
  /** The newest attempts that hold the text in what a person would look for. */
  list(connectionId: string, text: string, limit: number): Attempt[];
  /** The whole history as a file's name and text. */
  export(connectionId: string, format: 'json' | 'csv'): { name: string; text: string };
  /** A draft that puts the fields of before an attempt back, and its file where the vault still has it. */
  restore(attemptId: string): Promise<{ review: DraftReview; notes: string[] }>;
}

interface Dependencies {
  history: HistoryStore;
  drafts: DraftService;
  vault: ArtifactVault;
  clock: Clock;
}

const everything = Number.MAX_SAFE_INTEGER;

export function createHistoryService({ history, drafts, vault, clock }: Dependencies): HistoryService {
  /** The file an attempt found there, where the vault has it; and what to say of it. */
  const fileBefore = async ({ before, sent }: Attempt): Promise<{ file: DraftFile; note: string | null }> => {
    const there = before?.file ?? null;
    if (there === null) {
      const added = sent.artifact !== null;
      return added
        ? {
            file: { kind: 'remove' },
            note: 'There was no file before: the draft removes the one that was sent.',
          }
        : { file: { kind: 'keep' }, note: null };
    }
    const untouched = sent.artifact === null && sent.keepExistingFile;
    if (untouched) return { file: { kind: 'keep' }, note: null };
    const artifact = history.artifacts().find(({ md5 }) => md5 === there.checksum);
    if (artifact && (await vault.has(artifact.sha256, artifact.size)))
      return { file: { kind: 'replace', artifact }, note: null };
    return {
      file: { kind: 'keep' },
      note: `This app has no copy of ${there.name}: the draft puts the fields back and keeps the file that is there.`,
    };
  };

  return {
    list: (connectionId, text, limit) => {
      const sought = text.trim().toLowerCase();
      const all = history.list(connectionId, sought === '' ? limit : everything);
      return sought === '' ? all : all.filter((attempt) => wordsOf(attempt).includes(sought)).slice(0, limit);
    },
    export: (connectionId, format) => {
      const attempts = history.list(connectionId, everything);
      const name = `release-history-${isoNow(clock).slice(0, 10)}.${format}`;
      const text =
        format === 'json'
          ? `${JSON.stringify(attempts, null, 2)}\n`
          : stringify(attempts.map(rowOf), csvOptions);
      return { name, text };
    },
    restore: async (attemptId) => {
      const attempt = history.get(attemptId);
      if (!attempt) throw appError('not-known', { message: 'This entry of the history is no longer there.' });
      const { before, releaseId, connectionId, productId } = attempt;
      if (before === null || releaseId === null) {
        throw appError('invalid-input', {
          message: 'This release did not exist before: there is nothing to put back.',
          remedy: 'Archive the release instead; releases are deleted in the dashboard.',
        });
      }
      const { file, note } = await fileBefore(attempt);
      const review = await drafts.propose({
        connectionId,
        productId,
        releaseId,
        fields: startingFields(before),
        file,
      });
      return { review, notes: note === null ? [] : [note] };
    },
  };
}

const wordsOf = ({ version, sent, outcome, failure, releaseId }: Attempt): string =>
  [version, sent.artifact?.name, sent.fields.status, outcome, failure?.message, failure?.details, releaseId]
    .join(' ')
    .toLowerCase();

/** Cells a spreadsheet would run as a formula are kept from it by a leading apostrophe. */
const csvOptions = { header: true, bom: true, escape_formulas: true };

const rowOf = ({ before, after, sent, failure, ...attempt }: Attempt) => ({
  startedAt: attempt.startedAt,
  finishedAt: attempt.finishedAt ?? '',
  version: attempt.version,
  releaseId: attempt.releaseId ?? '',
  productId: attempt.productId,
  outcome: attempt.outcome,
  httpStatus: failure?.status ?? '',
  details: failure?.details ?? '',
  message: failure?.message ?? '',
  statusBefore: before?.status ?? '',
  statusSent: sent.fields.status,
  latestSent: sent.fields.setAsLatest,
  fileBefore: before?.file?.name ?? '',
  fileSent: sent.artifact?.name ?? (sent.keepExistingFile ? '(kept)' : '(removed)'),
  bytesSent: sent.artifact?.size ?? '',
  md5Sent: sent.artifact?.md5 ?? '',
  md5After: after?.file?.checksum ?? '',
});
