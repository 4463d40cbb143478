import type { MatchProblem } from '../../electron/model/file-match.ts';
import { call } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { freeBatchName } from './batch-actions.ts';
import { adoptBatch } from './batches.ts';
import { batchesEmptied } from './batches-gone.ts';
import { allSaved } from './editor-changes.ts';
import { endMatching, useFileMatching } from './file-matching.ts';
import { notify } from './notices.ts';
import { showDrafts } from './show-drafts.ts';
import { someReasons } from './some-reasons.ts';
import { notifyUndoable, type Undone } from './undo.ts';

/** Makes the drafts of what is chosen: all of them, or none and why. */
export async function makeMatchedDrafts(): Promise<void> {
  const { phase, setId, matches, choices, inBatch, batchName } = useFileMatching.getState();
  if (phase !== 'choosing' || setId === null) return;
  const chosen = matches.flatMap(({ index }) => {
    const target = choices.get(index)?.target ?? null;
    return target === null ? [] : [{ index, target }];
  });
  if (chosen.length === 0) return;
  const name = inBatch && chosen.length > 1 ? (batchName?.trim() ?? '') || freeBatchName() : null;
  useFileMatching.setState({ phase: 'making', failure: null, progress: null, problems: new Map() });
  // What was typed in the editor comes before the file that joins it.
  await allSaved();
  const answer = await call('matching.make', { setId, choices: chosen, batchName: name });
  if (useFileMatching.getState().setId !== setId) return;
  if (!answer.ok) {
    const wasStopped = answer.failure.kind === 'cancelled';
    useFileMatching.setState({
      phase: 'choosing',
      progress: null,
      failure: wasStopped
        ? { ...answer.failure, message: texts.matching.stopped, remedy: '' }
        : answer.failure,
    });
    return;
  }
  const { draftIds, batch, batchesGone, problems } = answer.value;
  if (problems.length > 0) return adoptProblems(problems);
  endMatching();
  if (batch !== null) adoptBatch(batch);
  const n = draftIds.length;
  const words = texts.matching;
  const made = batch === null ? words.made(n, count(n)) : words.madeIn(n, count(n), shown(batch.name));
  notifyUndoable(
    {
      tone: 'success',
      message: [made, batchesEmptied(batchesGone)].filter((said) => said !== null).join(' '),
      actions: [
        batch === null
          ? { label: words.showDrafts, run: showDrafts, leadsTo: 'drafts' }
          : { label: words.showBatch, run: () => showDrafts(batch.id) },
      ],
    },
    () => undo(setId, n),
  );
}

/** Stops copying; what is chosen stays as it is. */
export function stopMaking(): void {
  const { setId } = useFileMatching.getState();
  if (setId !== null) void call('matching.stop', { setId });
}

/** Shows what is wrong with which file. One that is gone is left out; one that changed is shown as it is now. */
function adoptProblems(problems: readonly MatchProblem[]): void {
  useFileMatching.setState(({ matches, choices }) => {
    const byIndex = new Map(problems.map((problem) => [problem.index, problem]));
    const next = new Map(choices);
    for (const { index, match } of problems) {
      if (match === null) next.set(index, { target: null, byHand: true });
    }
    const fresh = matches.map((match) => byIndex.get(match.index)?.match ?? match);
    return {
      phase: 'choosing',
      progress: null,
      problems: byIndex,
      choices: next,
      matches: [
        ...fresh.filter(({ index }) => byIndex.has(index)),
        ...fresh.filter(({ index }) => !byIndex.has(index)),
      ],
      current: problems[0]?.index ?? null,
    };
  });
}

async function undo(setId: string, drafts: number): Promise<Undone> {
  const answer = await call('matching.undo', { setId });
  if (!answer.ok) return answer.failure;
  const { problems } = answer.value;
  const n = drafts - problems.length;
  if (problems.length === 0) notify({ tone: 'info', message: texts.matching.undone(n, count(n)) });
  else notify({ tone: 'warning', message: texts.matching.notUndone, detail: someReasons(problems) });
  return 'told';
}
