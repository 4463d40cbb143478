import { create } from 'zustand';
import type { Draft, DraftReview } from '../../electron/model/draft.ts';
import { call } from '../api.ts';

/** How much preflight has to say of a draft, as it was at a time. */
export type DraftHealth = {
  readonly updatedAt: string;
  readonly problems: number;
  readonly warnings: number;
};

/** What is known of the drafts that have been looked at, by id. */
export const useDraftHealth = create<{ readonly byId: ReadonlyMap<string, DraftHealth> }>(() => ({
  byId: new Map(),
}));

/** Takes over what a review says. */
export function adoptHealth({ draft, findings }: DraftReview): void {
  const count = (severity: 'blocks' | 'warns') =>
    findings.filter((finding) => finding.severity === severity).length;
  const health = { updatedAt: draft.updatedAt, problems: count('blocks'), warnings: count('warns') };
  useDraftHealth.setState(({ byId }) => ({ byId: new Map(byId).set(draft.id, health) }));
}

/**
 * Has a draft looked at, unless that is known. One at a time, the one asked for last first: while a long list is
 * scrolled through, what has gone by is not worth the wait.
 */
export function lookAt(draft: Draft): void {
  if (useDraftHealth.getState().byId.get(draft.id)?.updatedAt === draft.updatedAt) return;
  waiting = [draft.id, ...waiting.filter((id) => id !== draft.id)].slice(0, mostWaiting);
  if (!isLooking) void lookAtNext();
}

const mostWaiting = 60;
let waiting: readonly string[] = [];
let isLooking = false;

async function lookAtNext(): Promise<void> {
  isLooking = true;
  for (let [id] = waiting; id !== undefined; [id] = waiting) {
    waiting = waiting.slice(1);
    const answer = await call('drafts.review', { draftId: id });
    if (answer.ok) adoptHealth(answer.value);
  }
  isLooking = false;
}
