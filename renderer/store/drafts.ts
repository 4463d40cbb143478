import { create } from 'zustand';
import type { Draft } from '../../electron/model/draft.ts';
import { call } from '../api.ts';
import { readInPieces } from './pieces.ts';

type Drafts = {
  readonly connectionId: string | null;
  readonly drafts: readonly Draft[];
  /** The releases that have one: what the marks in the list look at, row by row. */
  readonly drafted: ReadonlySet<string>;
  /** False until all of them are there; the newest may be before. */
  readonly known: boolean;
};

/** The drafts of the team that is shown, newest change first. */
export const useDrafts = create<Drafts>(() => ({ connectionId: null, ...withDrafts([]), known: false }));

export async function openDrafts(connectionId: string | null): Promise<void> {
  useDrafts.setState({ connectionId, ...withDrafts([]), known: false });
  await rereadDrafts();
}

/** Reads again what the main process has stored; until that is there, what is shown stays. */
export async function rereadDrafts(): Promise<void> {
  const { connectionId } = useDrafts.getState();
  if (connectionId === null) return;
  reading += 1;
  const mine = reading;
  const isWanted = () => mine === reading && useDrafts.getState().connectionId === connectionId;
  forgottenMeanwhile.clear();
  const answer = await readInPieces(async (piece) => {
    const part = await call('drafts.list', { connectionId, ...piece });
    const isFirst = piece.after === undefined && useDrafts.getState().drafts.length === 0;
    if (part.ok && isFirst && isWanted()) useDrafts.setState(withDrafts(part.value));
    return part;
  });
  if (!answer.ok || !isWanted()) return;
  const shown = new Map(useDrafts.getState().drafts.map((draft) => [draft.id, draft]));
  const newest = answer.value
    .filter(({ id }) => !forgottenMeanwhile.has(id))
    .map((draft) => {
      const other = shown.get(draft.id);
      return other !== undefined && other.updatedAt > draft.updatedAt ? other : draft;
    });
  useDrafts.setState({ ...withDrafts(newest.toSorted(byLastChange)), known: true });
}

/** Which reading is the newest, and what went while it is under way. */
let reading = 0;
const forgottenMeanwhile = new Set<string>();

/** The draft of a release, or one by its own id. */
export function findDraft(wanted: { draftId: string | null; releaseId: string | null }): Draft | null {
  return (
    useDrafts
      .getState()
      .drafts.find(({ id, releaseId }) =>
        wanted.releaseId === null ? id === wanted.draftId : releaseId === wanted.releaseId,
      ) ?? null
  );
}

/** Takes over what is now known of one draft. */
export function adoptDraft(draft: Draft): void {
  useDrafts.setState(({ connectionId, drafts }) => {
    if (draft.connectionId !== connectionId) return {};
    const known = drafts.some(({ id }) => id === draft.id);
    return withDrafts(
      known ? drafts.map((each) => (each.id === draft.id ? draft : each)) : [draft, ...drafts],
    );
  });
}

/** Takes over several drafts that were made or had back. */
export function adoptDrafts(adopted: readonly Draft[]): void {
  const ids = new Set(adopted.map(({ id }) => id));
  useDrafts.setState(({ connectionId, drafts }) =>
    withDrafts(
      [...adopted, ...drafts.filter(({ id }) => !ids.has(id))]
        .filter((draft) => draft.connectionId === connectionId)
        .toSorted(byLastChange),
    ),
  );
}

/** The draft is gone: discarded, or published. */
export function forgetDraft(draftId: string): void {
  forgetDrafts([draftId]);
}

export function forgetDrafts(draftIds: readonly string[]): void {
  const gone = new Set(draftIds);
  for (const id of draftIds) forgottenMeanwhile.add(id);
  const { drafts } = useDrafts.getState();
  if (drafts.some(({ id }) => gone.has(id))) {
    useDrafts.setState(withDrafts(drafts.filter(({ id }) => !gone.has(id))));
  }
}

function withDrafts(drafts: readonly Draft[]): Pick<Drafts, 'drafts' | 'drafted'> {
  return { drafts, drafted: new Set(drafts.flatMap(({ releaseId }) => releaseId ?? [])) };
}

function byLastChange(a: Draft, b: Draft): number {
  return a.updatedAt < b.updatedAt ? 1 : -Number(a.updatedAt > b.updatedAt);
}
