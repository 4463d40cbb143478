import type { Clock } from '../clock.ts';
import {
  answered,
  emptyRateWindow,
  inStep,
  nextSlot,
  type RateWindow,
  type SlotOutcome,
  slotTime,
  spend,
} from '../lukittu/rate-window.ts';
import type { RateLimit } from '../model/connection.ts';
import type { RateWindowStore } from '../store/rate-windows.ts';
import type { ReleaseCall, Slots } from './turns.ts';

/** What the ledger says of one server and call at one moment. */
export interface SlotView {
  /** The slots to be had now, or when the next come. */
  readonly slots: Slots;
  /** When a request with `ahead` others before it can leave, in ms since 1970. */
  eta(ahead: number): number;
}

/** Which requests a server would let pass, kept for each server address and call, across restarts. */
export interface SlotLedger {
  view(origin: string, call: ReleaseCall, limit: RateLimit | null): SlotView;
  /** Writes down a request before its first byte leaves; the returned function writes down what came of it. */
  spend(origin: string, call: ReleaseCall, limit: RateLimit | null): (outcome: SlotOutcome) => void;
}

export function createSlotLedger({ windows, clock }: { windows: RateWindowStore; clock: Clock }): SlotLedger {
  const current = (origin: string, call: ReleaseCall, limit: RateLimit | null): RateWindow => {
    const stored = windows.get(origin, call) ?? emptyRateWindow;
    const stepped = inStep(stored, clock.now(), limit);
    if (stepped !== stored) windows.save(origin, call, stepped);
    return stepped;
  };
  return {
    view: (origin, call, limit) => {
      const now = clock.now();
      const window = current(origin, call, limit);
      return {
        slots: nextSlot(window, now, limit),
        eta: (ahead) => slotTime(window, now, limit, ahead),
      };
    },
    spend: (origin, call, limit) => {
      const sentAt = clock.now();
      windows.save(origin, call, spend(current(origin, call, limit), sentAt, limit));
      return (outcome) => {
        const window = answered(
          current(origin, call, limit),
          { sentAt, answeredAt: clock.now() },
          outcome,
          limit,
        );
        windows.save(origin, call, window);
      };
    },
  };
}
