import { create } from 'zustand';
import type { Failure, Result } from '../../electron/model/failure.ts';
import type { UpdateState } from '../../electron/model/update.ts';
import { call } from '../api.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { announce } from './announcements.ts';
import { notify, notifyFailure } from './notices.ts';
import { useSession } from './session.ts';

type Updates = {
  readonly state: UpdateState;
  /** What was put off, as `putOffKey` calls it; it is not shown again before something comes of it, or the next start. */
  readonly putOff: string | null;
};

/** Where the app stands with its next version. */
export const useUpdates = create<Updates>(() => ({ state: { at: 'none', lookedAt: null }, putOff: null }));

export function adoptUpdate(state: UpdateState): void {
  useUpdates.setState({ state });
}

export async function openUpdates(): Promise<void> {
  const answer = await call('updates.state', {});
  if (answer.ok) adoptUpdate(answer.value);
}

/** Looks because somebody wants to know, and says what came of it. */
export async function lookForUpdates(): Promise<void> {
  announce(texts.updates.looking);
  const answer = await call('updates.look', {});
  if (!answer.ok) return tellWhy(answer.failure);
  adoptUpdate(answer.value);
  useUpdates.setState({ putOff: null });
  const state = answer.value;
  if (state.at === 'off') notify({ tone: 'info', message: texts.updates.off[state.why] });
  if (state.at === 'none') {
    const version = useSession.getState().info?.version ?? '';
    notify({ tone: 'success', message: texts.updates.newest(shown(version)) });
  }
}

export async function fetchUpdate(): Promise<void> {
  follow(await call('updates.fetch', {}));
}

export async function stopUpdate(): Promise<void> {
  follow(await call('updates.stop', {}));
}

export async function restartToUpdate(): Promise<void> {
  const answer = await call('updates.restart', {});
  if (!answer.ok) notifyFailure(answer.failure);
}

/** What a state is put off as: each step towards a version is something else. */
export function putOffKey(state: UpdateState): string | null {
  return 'update' in state ? `${state.at} ${state.update.version}` : null;
}

export function putOffUpdate(): void {
  useUpdates.setState(({ state }) => ({ putOff: putOffKey(state) }));
}

function follow(answer: Result<UpdateState>): void {
  if (answer.ok) adoptUpdate(answer.value);
  else notifyFailure(answer.failure);
}

/** That there is no network is no fault of anybody's. */
function tellWhy({ kind, message, remedy }: Failure): void {
  if (kind === 'busy') notify({ tone: 'info', message, detail: remedy });
  else notify({ tone: 'warning', message: texts.updates.notFound, detail: `${message} ${remedy}` });
}
