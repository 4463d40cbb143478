import type { Clock } from '../clock.ts';
import { appError, failureFrom } from '../errors.ts';
import type { Artifact } from '../model/draft.ts';
import type { FileMatches, MatchChoice, MatchProblem, MatchProgress } from '../model/file-match.ts';
import type { IncomingFile } from '../model/incoming-file.ts';
import { inTurns } from '../pieces.ts';
import { takeIn } from '../publish/artifact.ts';
import { gatherFiles } from '../publish/matching/gather-files.ts';
import { inLanes } from '../publish/matching/in-lanes.ts';
import {
  isUnchanged,
  lookAtFile,
  lookAtFiles,
  type SeenFile,
  sameSource,
} from '../publish/matching/look-at-files.ts';
import type { Known } from '../publish/matching/match-entries.ts';
import { type GivenFile, matchFile, matchFiles } from '../publish/matching/match-files.ts';
import { type Ground, prepareGround } from '../publish/matching/match-ground.ts';
import { fileByItself } from '../publish/preflight/file.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { ArtifactSource } from '../store/drafts.ts';
import { words } from '../texts/words.ts';
import type { ChosenFile } from './matched-drafts.ts';

/** Files that were dropped together. One thing is done with them at a time; a second is refused with `busy`. */
export interface FileSet {
  readonly connectionId: string;
  readonly productId: string;
  /** How many files there are; 0 before they have been looked at. */
  count(): number;
  /** Throws `cancelled` when it was stopped. */
  look(): Promise<FileMatches>;
  /**
   * Takes the chosen files into the vault. Those that are gone or have changed since they were looked at are named,
   * and do not keep the others from being taken. Throws `cancelled`, and what is wrong with the vault itself.
   */
  copy(choices: readonly MatchChoice[]): Promise<{ taken: ChosenFile[]; problems: MatchProblem[] }>;
  stop(): void;
}

interface Dependencies {
  readonly connectionId: string;
  readonly productId: string;
  readonly incoming: readonly IncomingFile[];
  /** The connection's limit, in bytes. */
  readonly maxFileBytes: number;
  /** What is known of the product now. */
  readonly known: () => Promise<Known>;
  readonly vault: ArtifactVault;
  readonly clock: Clock;
  readonly progress: (progress: Omit<MatchProgress, 'setId'>) => void;
}

/** Copies that wait for the disk do so together. */
const lanes = 4;

type Taken = { readonly artifact: Artifact; readonly source: ArtifactSource | null };

export function createFileSet(given: Dependencies): FileSet {
  const { connectionId, productId, incoming, maxFileBytes, vault, clock, progress } = given;
  const seen: SeenFile[] = [];
  const taken = new Map<number, Taken>();
  let ground: Ground | null = null;
  let work: AbortController | null = null;

  const alone = async <T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    if (work !== null) throw appError('busy', words().refusals.files.atWork);
    work = new AbortController();
    try {
      return await task(work.signal);
    } finally {
      work = null;
    }
  };

  const givenFile = (file: SeenFile, index: number): GivenFile => {
    const { name, folder, size, jar } = file;
    const findings = fileByItself({ name, size, jar }, maxFileBytes).map(({ rule, severity, message }) => ({
      rule,
      severity,
      message,
    }));
    return { index, name, folder, size, jar, findings };
  };

  /** A file without a place of its own, such as a pasted one, is taken at once: there is nothing to look at before. */
  const takePasted = async (file: SeenFile, index: number): Promise<void> => {
    if (!('bytes' in file.incoming)) return;
    const pasted = await takeIn(vault, file.incoming, { clock, name: file.name });
    taken.set(index, pasted);
    seen[index] = { ...file, jar: pasted.artifact.jar };
  };

  /** Copies that no draft needed for long enough have been cleared away. */
  const forgetLost = async (): Promise<void> => {
    for (const [index, { artifact }] of taken) {
      if (!(await vault.has(artifact.sha256, artifact.size))) taken.delete(index);
    }
  };

  /** It is no longer what was looked at: what it is now is shown, and taken at the next try. */
  const lookAgain = async (index: number, file: SeenFile): Promise<MatchProblem> => {
    const now = await lookAtFile(file, clock);
    seen[index] = now;
    return {
      index,
      ...words().refusals.files.changedSince(file.name),
      match: ground && matchFile(givenFile(now, index), ground),
    };
  };

  const take = async (
    index: number,
    signal: AbortSignal,
    onProgress: (bytes: number) => void,
  ): Promise<MatchProblem | null> => {
    const file = seen[index];
    if (file === undefined || taken.has(index)) return null;
    try {
      if (!(await isUnchanged(file))) return await lookAgain(index, file);
      const copy = await takeIn(vault, file.incoming, { clock, signal, name: file.name, onProgress });
      if (file.seen !== null && copy.source !== null && !sameSource(file.seen, copy.source)) {
        return await lookAgain(index, file);
      }
      taken.set(index, copy);
      return null;
    } catch (error) {
      const { kind, message, remedy } = failureFrom(error);
      if (kind !== 'file-unreadable' && kind !== 'file-rejected') throw error;
      return { index, message: `${file.name}: ${message}`, remedy, match: null };
    }
  };

  return {
    connectionId,
    productId,
    count: () => seen.length,
    look: () =>
      alone(async (signal) => {
        const none = { bytes: 0, ofBytes: 0 };
        progress({ step: 'finding', files: 0, ofFiles: null, ...none });
        const { files, leftOut } = await gatherFiles(incoming, { signal });
        const ofFiles = files.length;
        const onLooked = (count: number) => progress({ step: 'looking', files: count, ofFiles, ...none });
        const looked = await lookAtFiles(files, { clock, signal, onLooked });
        seen.splice(0, seen.length, ...looked.seen);
        taken.clear();
        for (const [index, file] of seen.entries()) await takePasted(file, index);
        ground = await inTurns(prepareGround(await given.known()));
        const matches = await inTurns(matchFiles(seen.map(givenFile), ground));
        return {
          matches,
          leftOut: { ...leftOut, unreadable: [...leftOut.unreadable, ...looked.unreadable] },
        };
      }),
    copy: (choices) =>
      alone(async (signal) => {
        await forgetLost();
        const waiting = choices.filter(({ index }) => !taken.has(index));
        const sizeOf = (index: number): number => seen[index]?.size ?? 0;
        const ofBytes = waiting.reduce((sum, { index }) => sum + sizeOf(index), 0);
        const problems: MatchProblem[] = [];
        const bytesOf = new Map<number, number>();
        let files = 0;
        let bytes = 0;
        const tell = (index: number, copied: number): void => {
          bytes += copied - (bytesOf.get(index) ?? 0);
          bytesOf.set(index, copied);
          progress({ step: 'copying', files, ofFiles: waiting.length, bytes, ofBytes });
        };
        await inLanes(waiting, lanes, async ({ index }) => {
          if (signal.aborted) throw appError('cancelled', { applied: 'no', oldFile: 'safe' });
          const problem = await take(index, signal, (copied) => tell(index, copied));
          if (problem !== null) problems.push(problem);
          files += 1;
          tell(index, sizeOf(index));
        });
        const copied = choices.flatMap((choice): ChosenFile[] => {
          const copy = taken.get(choice.index);
          return copy === undefined ? [] : [{ ...choice, ...copy }];
        });
        return { taken: copied, problems };
      }),
    stop: () => work?.abort(),
  };
}
