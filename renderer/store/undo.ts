import { create } from 'zustand';
import type { Failure, FailureKind } from '../../electron/model/failure.ts';
import { call } from '../api.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { announce } from './announcements.ts';
import { readBatches } from './batches.ts';
import { chooseConnection, useConnections } from './connections.ts';
import { type Notice, notify, withdrawNotices } from './notices.ts';

/** What came of taking something back: done, and whether that has been told or is seen already; or why not. */
export type Undone = 'undone' | 'told' | Failure;

/** What was done and can be taken back. */
export type Undoable = {
  /** A sentence, as its notice says it. */
  readonly what: string;
  /** The team it was done in. */
  readonly connectionId: string | null;
  /** When it was done, among all that was. */
  readonly number: number;
  /** Of its notice. */
  readonly about: string;
  /** Takes it back as far as that is sound by now. */
  readonly back: () => Promise<Undone>;
};

type Undo = {
  /** What was done since the page is there and not taken back, the newest last. */
  readonly done: readonly Undoable[];
};

/** What the command to undo takes back, one after the other. */
export const useUndo = create<Undo>(() => ({ done: [] }));

/** So many can be taken back. */
const mostKept = 50;

/** Tells what was done. It can be taken back by the notice's button, and by the command in its turn. */
export function notifyUndoable(
  { actions = [], ...notice }: Pick<Notice, 'tone' | 'message'> & Partial<Pick<Notice, 'detail' | 'actions'>>,
  back: Undoable['back'],
): void {
  const one = rememberUndoable(notice.message, back);
  notify({
    ...notice,
    about: one.about,
    actions: [{ label: texts.undo.button, run: () => void takeBackInTurn(one, false) }, ...actions],
  });
}

/** As `notifyUndoable`, of what is seen where it was done: only the command takes it back. */
export function rememberUndoable(what: string, back: Undoable['back']): Undoable {
  number += 1;
  const { currentId: connectionId } = useConnections.getState();
  const one: Undoable = { what, connectionId, number, about: `undo ${number}`, back };
  useUndo.setState(({ done }) => ({ done: [...done, one].slice(-mostKept) }));
  return one;
}

/** It was not done after all. */
export function forgetUndoable(one: Undoable): void {
  useUndo.setState(({ done }) => ({ done: done.filter((other) => other !== one) }));
}

/** What the command would take back now: only what was done in the team that is shown. */
export function lastUndoable(): Undoable | null {
  const { currentId } = useConnections.getState();
  return useUndo.getState().done.findLast(({ connectionId }) => connectionId === currentId) ?? null;
}

/** Says in the application menu what would be undone, from now on. Answers a function that stops it. */
export function followUndo(): () => void {
  let told: string | null = null;
  const tell = (): void => {
    const what = lastUndoable()?.what.slice(0, mostTold) ?? null;
    if (what === told) return;
    told = what;
    void call('app.showUndo', { what });
  };
  // A page that was loaded anew knows nothing of what the menu offers.
  void call('app.showUndo', { what: null });
  const stops = [useUndo.subscribe(tell), useConnections.subscribe(tell)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** More than a menu shows of it. */
const mostTold = 100;

/** Takes back what was done last, and tells of it. What is taken back already comes to its end first. */
export function undoLast(): Promise<void> {
  const last = lastUndoable();
  if (last !== null) return takeBackInTurn(last, true);
  notify({ tone: 'info', message: texts.undo.nothing });
  return going;
}

/** @param isTold whether it is told that it is done: by a notice's button it is seen */
function takeBackInTurn(one: Undoable, isTold: boolean): Promise<void> {
  // It is let go of now: nothing is taken back twice, and who asks again means the one before it.
  forgetUndoable(one);
  withdrawNotices(one.about);
  const takeItBack = async (): Promise<void> => {
    await showTeamOf(one);
    // What was taken back before may have changed the batches, which are looked at as they are now.
    await readBatches();
    const undone = await one.back();
    if (typeof undone !== 'string') tellNotUndone(one, undone);
    else if (undone === 'undone' && isTold) notify({ tone: 'info', message: texts.undo.undone(one.what) });
  };
  going = going.then(takeItBack, takeItBack);
  return going;
}

/** A notice outlives a change of the team: what is had back is shown where it belongs. A team that is gone has nothing to go to. */
async function showTeamOf({ connectionId }: Undoable): Promise<void> {
  const { connections, currentId } = useConnections.getState();
  const team = connections.find(({ id }) => id === connectionId);
  if (team === undefined || team.id === currentId) return;
  chooseConnection(team.id);
  announce(texts.undo.inTeam(shown(team.name)));
}

/**
 * What this machine could not do keeps its turn. What somebody has to see to first must not stand in the way of what was
 * done before it: the notice tries it again. What is known no more is not tried again.
 */
function tellNotUndone(one: Undoable, failure: Failure): void {
  const { kind, message, remedy } = failure;
  if (ofMachine.has(kind)) {
    useUndo.setState(({ done }) => ({ done: [...done, one].sort((a, b) => a.number - b.number) }));
  }
  const canBeTried = kind !== 'not-known' && !ofMachine.has(kind);
  const tryAgain = { label: texts.common.tryAgain, run: () => void takeBackInTurn(one, true) };
  notify({
    tone: 'danger',
    message: texts.undo.notUndone(one.what),
    detail: `${message} ${remedy}`,
    about: one.about,
    actions: canBeTried ? [tryAgain] : [],
  });
}

const ofMachine: ReadonlySet<FailureKind> = new Set(['disk-full', 'no-access', 'store-damaged', 'internal']);

/** What is being taken back. */
let going: Promise<void> = Promise.resolve();
/** Of what was done last. */
let number = 0;
