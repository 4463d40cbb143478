import type { Need } from './needs.ts';
import type { PlayedStep } from './simulate.ts';

/** What comes before what, and an order that follows from it. */
export interface OrderGraph {
  add(need: Need): void;
  /** Leaves out what would make a circle; says whether it was taken in. */
  addUnlessCircular(need: Need): boolean;
  needs(): readonly Need[];
  /** As near to the order of the steps as the needs allow: the first that waits for nobody comes next. */
  sorted(): PlayedStep[];
}

export function createOrderGraph(steps: readonly PlayedStep[]): OrderGraph {
  const needs: Need[] = [];
  const followers = new Map<PlayedStep, PlayedStep[]>(steps.map((step) => [step, []]));
  const followersOf = (step: PlayedStep): readonly PlayedStep[] => followers.get(step) ?? [];
  const add = (need: Need): void => {
    needs.push(need);
    followers.get(need.before)?.push(need.after);
  };
  const reaches = (from: PlayedStep, to: PlayedStep): boolean => {
    const seen = new Set<PlayedStep>([from]);
    for (const step of seen) {
      if (step === to) return true;
      for (const next of followersOf(step)) seen.add(next);
    }
    return false;
  };

  const sorted = (): PlayedStep[] => {
    const places = new Map(steps.map((step, at) => [step, at]));
    const open = steps.map((step) => ({ step, placed: false, waitsFor: 0 }));
    const at = (step: PlayedStep): number => places.get(step) ?? 0;
    for (const { after } of needs) {
      const entry = open[at(after)];
      if (entry) entry.waitsFor += 1;
    }
    const order: PlayedStep[] = [];
    /** Nothing before this place can come next. */
    let from = 0;
    while (order.length < steps.length) {
      const next = firstFree(open, from) ?? open.find(({ placed }) => !placed);
      if (!next) break;
      next.placed = true;
      order.push(next.step);
      from = at(next.step);
      for (const after of followersOf(next.step)) {
        const entry = open[at(after)];
        if (!entry) continue;
        entry.waitsFor -= 1;
        if (entry.waitsFor === 0) from = Math.min(from, at(after));
      }
    }
    return order;
  };

  return {
    add,
    addUnlessCircular: (need) => {
      if (reaches(need.after, need.before)) return false;
      add(need);
      return true;
    },
    needs: () => needs,
    sorted,
  };
}

/** Null where everybody waits: there is a circle, and it is cut where it begins. */
function firstFree<T extends { placed: boolean; waitsFor: number }>(
  entries: readonly T[],
  from: number,
): T | null {
  for (let at = from; at < entries.length; at += 1) {
    const entry = entries[at];
    if (entry && !entry.placed && entry.waitsFor === 0) return entry;
  }
  return null;
}
