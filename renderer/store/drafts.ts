import { create } from 'zustand';
import type { Draft } from '../../electron/model/draft.ts';
import type { Failure } from '../../electron/model/failure.ts';
import { call } from '../api.ts';
import { readInPieces } from './pieces.ts';

type Drafts = {
  readonly connectionId: string | null;
  readonly drafts: readonly Draft[];
  /** The releases that have one: what the marks in the list look at, row by row. */
  readonly drafted: ReadonlySet<string>;
  /** False until all of them are there; the newest may be before. */
  readonly known: boolean;
  /** Why the last reading failed; null when it did not. */
  readonly failure: Failure | null;
};

const none: Drafts = { connectionId: null, drafts: [], drafted: new Set(), known: false, failure: null };

/** The drafts of the team that is shown, newest change first. */
export const useDrafts = create<Drafts>(() => none);

/** Shows a team's drafts; what is shown of the same team stays until the answer is there. */
export async function openDrafts(connectionId: string | null): Promise<void> {
  if (useDrafts.getState().connectionId !== connectionId) useDrafts.setState({ ...none, connectionId });
  await rereadDrafts();
}

/** Reads again what the main process has stored; until that is there, what is shown stays. */
async function rereadDrafts(): Promise<void> {
  const { connectionId } = useDrafts.getState();
  if (connectionId === null) return;
  reading += 1;
  const mine = reading;
  const isWanted = () => mine === reading && useDrafts.getState().connectionId === connectionId;
  meanwhile.come.clear();
  meanwhile.gone.clear();
  const answer = await readInPieces(async (piece) => {
    const part = await call('drafts.list', { connectionId, ...piece });
    const isFirst = piece.after === undefined && useDrafts.getState().drafts.length === 0;
    if (part.ok && isFirst && isWanted()) useDrafts.setState(withDrafts(part.value));
    return part;
  });
  if (!isWanted()) return;
  if (!answer.ok) return useDrafts.setState({ failure: answer.failure });
  const read = answer.value.filter(({ id }) => !meanwhile.come.has(id) && !meanwhile.gone.has(id));
  const come = useDrafts.getState().drafts.filter(({ id }) => meanwhile.come.has(id));
  useDrafts.setState({
    ...withDrafts([...come, ...read].toSorted(byLastChange)),
    known: true,
    failure: null,
  });
}

/** Takes over what has become of these drafts: how they are now, or that they are gone. */
export async function rereadSome(draftIds: readonly string[]): Promise<void> {
  const show = await askForSome(draftIds);
  show();
}

/** Asks what has become of these drafts, and answers how to show it: together with what else has come of it. */
export async function askForSome(draftIds: readonly string[]): Promise<() => void> {
  const asked: string[] = [];
  const there: Draft[] = [];
  for (let from = 0; from < draftIds.length; from += mostAtOnce) {
    const ids = draftIds.slice(from, from + mostAtOnce);
    const answer = await call('drafts.some', { draftIds: ids });
    if (!answer.ok) break;
    asked.push(...ids);
    there.push(...answer.value);
  }
  return () => {
    const known = new Set(there.map(({ id }) => id));
    forgetDrafts(asked.filter((id) => !known.has(id)));
    if (there.length > 0) adoptDrafts(there);
  };
}

const mostAtOnce = 1000;

/** Which reading is the newest, and what came and went while it is under way: that is newer than what it reads. */
let reading = 0;
const meanwhile = { come: new Set<string>(), gone: new Set<string>() };

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
  hasCome(draft);
  useDrafts.setState(({ connectionId, drafts }) => {
    if (draft.connectionId !== connectionId) return {};
    const known = drafts.some(({ id }) => id === draft.id);
    return withDrafts(
      known ? drafts.map((each) => (each.id === draft.id ? draft : each)) : [draft, ...drafts],
    );
  });
}

/** Takes over several drafts: those that changed stay where they stand, as one does; others come where their time is. */
function adoptDrafts(adopted: readonly Draft[]): void {
  for (const draft of adopted) hasCome(draft);
  useDrafts.setState(({ connectionId, drafts }) => {
    const coming = new Map(
      adopted.flatMap((draft) => (draft.connectionId === connectionId ? [[draft.id, draft] as const] : [])),
    );
    const standing = drafts.map((draft) => coming.get(draft.id) ?? draft);
    for (const { id } of drafts) coming.delete(id);
    return withDrafts(amongThem(standing, [...coming.values()].toSorted(byLastChange)));
  });
}

/** Puts drafts among others, each before the first whose last change is not newer; both are in their order. */
function amongThem(others: readonly Draft[], coming: readonly Draft[]): Draft[] {
  let next = 0;
  const all = others.flatMap((other) => {
    const from = next;
    while (next < coming.length && byLastChange(coming[next] ?? other, other) <= 0) next += 1;
    return [...coming.slice(from, next), other];
  });
  return [...all, ...coming.slice(next)];
}

/** The draft is gone: discarded, or published. */
export function forgetDraft(draftId: string): void {
  forgetDrafts([draftId]);
}

export function forgetDrafts(draftIds: readonly string[]): void {
  const gone = new Set(draftIds);
  for (const id of draftIds) {
    meanwhile.gone.add(id);
    meanwhile.come.delete(id);
  }
  const { drafts } = useDrafts.getState();
  if (drafts.some(({ id }) => gone.has(id))) {
    useDrafts.setState(withDrafts(drafts.filter(({ id }) => !gone.has(id))));
  }
}

function hasCome({ id }: Draft): void {
  meanwhile.come.add(id);
  meanwhile.gone.delete(id);
}

function withDrafts(drafts: readonly Draft[]): Pick<Drafts, 'drafts' | 'drafted'> {
  return { drafts, drafted: new Set(drafts.flatMap(({ releaseId }) => releaseId ?? [])) };
}

function byLastChange(a: Draft, b: Draft): number {
  return a.updatedAt < b.updatedAt ? 1 : -Number(a.updatedAt > b.updatedAt);
}
