import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Artifact, DraftReview } from '../model/draft.ts';
import type { FileFate } from '../model/vault.ts';
import { startingFields } from '../publish/request.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { DraftFile } from '../store/drafts.ts';
import type { HistoryPlace, HistoryStore } from '../store/history.ts';
import type { LetGoStore } from '../store/let-go.ts';
import { words } from '../texts/words.ts';
import type { DraftService } from './drafts.ts';
import { csvOf, wordsOf } from './history-words.ts';

/** What was sent and what came of it, and the way back. */
export interface HistoryService {
  /** The newest attempts that hold the text in what a person would look for. */
  list(connectionId: string, text: string, limit: number): Promise<Attempt[]>;
  /** The whole history as a file's name and text. */
  export(connectionId: string, format: 'json' | 'csv'): Promise<{ name: string; text: string }>;
  /** What has become of an attempt's files, and what `restore` would do about the file. */
  fate(attemptId: string): Promise<FileFate>;
  /** A draft that puts the fields of before an attempt back, and its file where the vault still has it. */
  restore(attemptId: string): Promise<{ review: DraftReview; notes: string[] }>;
}

interface Dependencies {
  history: HistoryStore;
  drafts: DraftService;
  vault: ArtifactVault;
  letGo: LetGoStore;
  clock: Clock;
}

/** What putting back what was before does about the file. */
type WayBack =
  | { readonly by: 'nothing' | 'removal' }
  | { readonly by: 'copy'; readonly artifact: Artifact }
  /** The artifact is null when the file was never sent from here. */
  | { readonly by: 'no-copy'; readonly name: string; readonly artifact: Artifact | null };

/** So many attempts at a time are looked through: a few milliseconds. */
const pageSize = 100;

export function createHistoryService(given: Dependencies): HistoryService {
  const { history, drafts, vault, letGo, clock } = given;

  const get = (id: string): Attempt => {
    const attempt = history.get(id);
    if (!attempt) throw appError('not-known', words().refusals.gone.attempt);
    return attempt;
  };

  const isKept = ({ sha256, size }: Artifact): Promise<boolean> => vault.has(sha256, size);

  const wayBack = async ({ before, sent }: Attempt): Promise<WayBack> => {
    const there = before?.file ?? null;
    if (there === null) return { by: sent.artifact === null ? 'nothing' : 'removal' };
    if (sent.artifact === null && sent.keepExistingFile) return { by: 'nothing' };
    const artifact = there.checksum === null ? null : history.artifactOf(there.checksum);
    return artifact && (await isKept(artifact))
      ? { by: 'copy', artifact }
      : { by: 'no-copy', name: there.name, artifact };
  };

  /** Every attempt of the connection, newest first, in parts; others get their turn in between. */
  async function* allOf(connectionId: string): AsyncGenerator<Attempt[]> {
    let from: HistoryPlace | null = null;
    do {
      const { items, next }: ReturnType<HistoryStore['page']> = history.page(connectionId, pageSize, from);
      yield items;
      from = next;
      if (from) await new Promise((resolve) => setImmediate(resolve));
    } while (from);
  }

  return {
    list: async (connectionId, text, limit) => {
      const sought = text.trim().toLowerCase();
      if (sought === '') return history.list(connectionId, limit);
      const found: Attempt[] = [];
      for await (const attempts of allOf(connectionId)) {
        found.push(...attempts.filter((attempt) => wordsOf(attempt).includes(sought)));
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },
    export: async (connectionId, format) => {
      const parts: string[] = [];
      for await (const attempts of allOf(connectionId)) {
        if (format === 'csv') parts.push(csvOf(attempts, parts.length === 0));
        else parts.push(...attempts.map((attempt) => JSON.stringify(attempt, null, 2)));
      }
      const name = `release-history-${isoNow(clock).slice(0, 10)}.${format}`;
      return { name, text: format === 'csv' ? parts.join('') : `[${parts.join(',\n')}]\n` };
    },
    fate: async (attemptId) => {
      const attempt = get(attemptId);
      const { artifact } = attempt.sent;
      const sent = artifact === null ? null : (await isKept(artifact)) ? 'kept' : 'gone';
      const back = await wayBack(attempt);
      return {
        sent,
        sentLetGoAt: artifact && sent === 'gone' ? letGo.when(artifact.sha256) : null,
        restores: back.by,
        beforeLetGoAt: back.by === 'no-copy' && back.artifact ? letGo.when(back.artifact.sha256) : null,
      };
    },
    restore: async (attemptId) => {
      const attempt = get(attemptId);
      const { before, releaseId, connectionId, productId } = attempt;
      if (before === null || releaseId === null) {
        throw appError('invalid-input', words().refusals.history.notBefore);
      }
      const back = await wayBack(attempt);
      if (back.by === 'copy') vault.hold(back.artifact.sha256);
      const { file, notes } = fileOf(back);
      const fields = startingFields(before);
      const review = await drafts.propose({ connectionId, productId, releaseId, fields, file });
      return { review, notes };
    },
  };
}

function fileOf(back: WayBack): { file: DraftFile; notes: string[] } {
  switch (back.by) {
    case 'copy':
      return { file: { kind: 'replace', artifact: back.artifact }, notes: [] };
    case 'removal':
      return {
        file: { kind: 'remove' },
        notes: [words().refusals.history.removesSent],
      };
    case 'no-copy':
      return {
        file: { kind: 'keep' },
        notes: [words().refusals.history.noCopy(back.name)],
      };
    case 'nothing':
      return { file: { kind: 'keep' }, notes: [] };
  }
}
