import { create } from 'zustand';
import type { Attempt } from '../../electron/model/attempt.ts';
import type { Failure } from '../../electron/model/failure.ts';
import { call } from '../api.ts';
import { texts } from '../texts/texts.ts';
import { saveAsFile } from '../ui/save-as-file.ts';
import { shown } from '../ui/visible-text.ts';
import { useConnections } from './connections.ts';
import { adoptDraft } from './drafts.ts';
import { open, showDetail, useNavigation } from './navigation.ts';
import { notify, notifyFailure } from './notices.ts';

/** More than anybody looks through; the search looks in all of them. */
export const mostShown = 1000;

type History = {
  readonly connectionId: string | null;
  /** Newest first. */
  readonly attempts: readonly Attempt[];
  /** What is searched for, and what `attempts` are the answer to: not the same until that answer is there. */
  readonly text: string;
  readonly answered: string;
  readonly selectedId: string | null;
  readonly known: boolean;
  readonly failure: Failure | null;
};

const none: History = {
  connectionId: null,
  attempts: [],
  text: '',
  answered: '',
  selectedId: null,
  known: false,
  failure: null,
};

/** Every request that changed a release of the team, or tried to. */
export const useHistory = create<History>(() => none);

/** Shows a team's history; what is shown of the same team stays until the answer is there. */
export async function openHistory(connectionId: string | null): Promise<void> {
  if (useHistory.getState().connectionId !== connectionId) useHistory.setState({ ...none, connectionId });
  await reread();
}

export async function searchHistory(text: string): Promise<void> {
  useHistory.setState({ text });
  await reread();
}

/** Something has been sent: the history that is shown may have grown. */
export function followHistory(): void {
  if (useNavigation.getState().place !== 'history' || timer !== null) return;
  timer = setTimeout(() => {
    timer = null;
    void reread();
  }, gatherMs);
}

/** The attempt that is chosen, where it is among those shown. */
export function chosenAttempt({ attempts, selectedId } = useHistory.getState()): Attempt | undefined {
  return attempts.find(({ id }) => id === selectedId);
}

export function selectAttempt(attemptId: string, inFront: boolean): void {
  useHistory.setState({ selectedId: attemptId });
  showDetail(inFront);
}

/** Opens a draft that puts back what stood there before an attempt, and says what could not be put back. */
export async function restoreAttempt({ id, before }: Attempt): Promise<void> {
  const answer = await call('history.restore', { attemptId: id });
  if (!answer.ok) return notifyFailure(answer.failure);
  const { review, notes } = answer.value;
  const { connectionId, productId, releaseId, id: draftId } = review.draft;
  adoptDraft(review.draft);
  open('drafts', { connectionId, productId, releaseId, draftId }, true);
  notify({
    tone: notes.length === 0 ? 'success' : 'warning',
    message: texts.history.restored(shown(before?.version ?? review.draft.fields.version)),
    detail: notes.length === 0 ? null : notes.join(' '),
  });
}

export async function exportHistory(format: 'json' | 'csv'): Promise<void> {
  const { currentId: connectionId } = useConnections.getState();
  if (connectionId === null) return;
  const answer = await call('history.export', { connectionId, format });
  if (answer.ok) saveAsFile(answer.value.name, answer.value.text);
  else notifyFailure(answer.failure);
}

/** Attempts change in bursts: a request, its answer, its reading back. */
const gatherMs = 250;
let timer: ReturnType<typeof setTimeout> | null = null;

async function reread(): Promise<void> {
  const { connectionId, text } = useHistory.getState();
  if (connectionId === null) return;
  const answer = await call('history.list', { connectionId, text, limit: mostShown });
  const now = useHistory.getState();
  if (now.connectionId !== connectionId || now.text !== text) return;
  if (answer.ok) {
    useHistory.setState({ attempts: answer.value, answered: text, known: true, failure: null });
  } else useHistory.setState({ known: true, failure: answer.failure });
}
