import { create } from 'zustand';
import type { Failure } from '../../electron/model/failure.ts';
import type {
  FileMatch,
  FileMatches,
  LeftOut,
  MatchProblem,
  MatchProgress,
} from '../../electron/model/file-match.ts';
import { beginMatching, call } from '../api.ts';
import { texts } from '../texts/texts.ts';
import { type ChosenTarget, inOrderOfNeed } from './match-rows.ts';
import { notify } from './notices.ts';
import { useProducts } from './products.ts';
import { remember, remembered } from './session.ts';

type FileMatching = {
  /**
   * closed; asking: for files; looking: at them; choosing: the matches are there to be corrected; making: the drafts.
   */
  readonly phase: 'closed' | 'asking' | 'looking' | 'choosing' | 'making';
  readonly connectionId: string;
  readonly productId: string;
  readonly setId: string | null;
  /** As they are shown: what needs a person first. */
  readonly matches: readonly FileMatch[];
  readonly choices: ReadonlyMap<number, ChosenTarget>;
  readonly leftOut: LeftOut | null;
  readonly progress: MatchProgress | null;
  /** The file that is current in the table, by its index. */
  readonly current: number | null;
  /** The file a release is being chosen for. */
  readonly choosing: number | null;
  readonly problems: ReadonlyMap<number, MatchProblem>;
  readonly failure: Failure | null;
  readonly inBatch: boolean;
  /** Null until it is typed. */
  readonly batchName: string | null;
};

const closed: FileMatching = {
  phase: 'closed',
  connectionId: '',
  productId: '',
  setId: null,
  matches: [],
  choices: new Map(),
  leftOut: null,
  progress: null,
  current: null,
  choosing: null,
  problems: new Map(),
  failure: null,
  inBatch: false,
  batchName: null,
};

/** Files that were dropped together, on their way to the releases of the product that is shown. */
export const useFileMatching = create<FileMatching>(() => closed);

/** Asks for files: a command has no files with it. */
export function askForFiles(): void {
  const { connectionId, currentId } = useProducts.getState();
  if (useFileMatching.getState().phase !== 'closed') return;
  if (connectionId === null || currentId === null) {
    notify({ tone: 'info', message: texts.matching.noProduct });
  } else useFileMatching.setState({ ...closed, phase: 'asking', connectionId, productId: currentId });
}

/** Finds the release of the shown product that each of these files, or of those in these folders, is for. */
export async function matchFiles(files: readonly File[]): Promise<void> {
  const { connectionId, currentId: productId } = useProducts.getState();
  const { phase } = useFileMatching.getState();
  if (files.length === 0 || (phase !== 'closed' && phase !== 'asking')) return;
  if (connectionId === null || productId === null) {
    return notify({ tone: 'info', message: texts.matching.noProduct });
  }
  const inBatch = remembered(batchSetting) === 'yes';
  const choices = new Map<number, ChosenTarget>();
  useFileMatching.setState({ ...closed, phase: 'looking', connectionId, productId, inBatch, choices });
  const begun = await beginMatching({ connectionId, productId }, files);
  const isStillWanted = useFileMatching.getState().choices === choices;
  if (!begun.ok) return isStillWanted ? useFileMatching.setState({ failure: begun.failure }) : undefined;
  const { setId } = begun.value;
  if (!isStillWanted) return void call('matching.end', { setId });
  useFileMatching.setState({ setId });
  const answer = await call('matching.look', { setId });
  if (useFileMatching.getState().setId !== setId) return;
  if (answer.ok) adoptMatches(answer.value);
  else useFileMatching.setState({ failure: answer.failure, progress: null });
}

/** Lets go of the files, whatever is being done with them. */
export function endMatching(): void {
  const { setId } = useFileMatching.getState();
  useFileMatching.setState(closed);
  if (setId !== null) void call('matching.end', { setId });
}

export function adoptMatchProgress(progress: MatchProgress): void {
  const { setId, phase } = useFileMatching.getState();
  if (progress.setId === setId && (phase === 'looking' || phase === 'making')) {
    useFileMatching.setState({ progress });
  }
}

export function setInBatch(inBatch: boolean): void {
  remember(batchSetting, inBatch ? 'yes' : 'no');
  useFileMatching.setState({ inBatch });
}

const batchSetting = 'match into batch';

function adoptMatches({ matches, leftOut }: FileMatches): void {
  const sorted = inOrderOfNeed(matches);
  useFileMatching.setState({
    phase: 'choosing',
    matches: sorted,
    choices: new Map(matches.map(({ index, target }) => [index, { target, byHand: false }])),
    leftOut,
    progress: null,
    current: sorted[0]?.index ?? null,
  });
}
