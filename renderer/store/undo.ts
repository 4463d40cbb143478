import { create } from 'zustand';
import type { Failure } from '../../electron/model/failure.ts';
import { call } from '../api.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { announce } from './announcements.ts';
import { readBatches } from './batches.ts';
import { chooseConnection, useConnections } from './connections.ts';
import { type Notice, notify, notifyFailure, withdrawNotices } from './notices.ts';

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
    actions: [{ label: texts.undo.button, run: () => void takeBackInItsTeam(one) }, ...actions],
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

/** Takes the last thing back that was done, and tells of it; asked again meanwhile, the one before it, after that. */
export function undoLast(): Promise<void> {
  going = going.then(undoOne, undoOne);
  return going;
}

async function undoOne(): Promise<void> {
  const last = lastUndoable();
  if (last === null) return notify({ tone: 'info', message: texts.undo.nothing });
  withdrawNotices(last.about);
  const isDone = await takeBack(last);
  if (isDone === 'undone') notify({ tone: 'info', message: texts.undo.undone(last.what) });
}

/** The notice outlives a change of the team: what is had back is shown where it belongs. A team that is gone has nothing to go to. */
async function takeBackInItsTeam(one: Undoable): Promise<void> {
  const { connections, currentId } = useConnections.getState();
  const team = connections.find(({ id }) => id === one.connectionId);
  if (team !== undefined && team.id !== currentId) {
    chooseConnection(team.id);
    announce(texts.undo.inTeam(shown(team.name)));
  }
  await takeBack(one);
}

/** It is let go of before: nothing is taken back twice. What failed can be tried again, unless it is known no more. */
async function takeBack(one: Undoable): Promise<Undone> {
  useUndo.setState(({ done }) => ({ done: done.filter((other) => other !== one) }));
  // What was taken back before may have changed the batches, which are looked at as they are now.
  await readBatches();
  const undone = await one.back();
  if (typeof undone === 'string') return undone;
  notifyFailure(undone);
  if (undone.kind !== 'not-known') {
    useUndo.setState(({ done }) => ({ done: [...done, one].sort((a, b) => a.number - b.number) }));
  }
  return undone;
}

/** What the command has begun to take back. */
let going: Promise<void> = Promise.resolve();
/** Of what was done last. */
let number = 0;
