import { networkInterfaces } from 'node:os';
import type { Clock } from '../clock.ts';
import type { Events } from './events.ts';

interface Dependencies {
  readonly events: Events;
  readonly clock: Clock;
  /** The addresses of this computer, but for those that lead nowhere else. */
  readonly addresses?: (() => readonly string[]) | undefined;
  /** Whether anything waits for a network. */
  readonly isWaiting: () => boolean;
  /** There is a network, and it is not the one there was. */
  readonly changed: () => void;
}

const lookMs = 3000;

/**
 * Notices, while something waits for it, that this computer has come to a network: a cable, another Wi-Fi, a VPN. It
 * asks the system, which costs no request. A window hears of some of this by itself; this works without one, too.
 * Returns what stops it.
 */
export function watchNetwork(given: Dependencies): () => void {
  const { events, clock, addresses = ownAddresses, isWaiting, changed } = given;
  let known = new Set<string>();
  let stopTimer: (() => void) | null = null;

  const look = (): void => {
    stopTimer = null;
    const now = addresses();
    const isNew = now.some((address) => !known.has(address));
    known = new Set(now);
    if (isNew) changed();
    watch();
  };
  const watch = (): void => {
    if (stopTimer !== null || !isWaiting()) return;
    stopTimer = clock.after(lookMs, look);
  };
  const stopListening = events.listen((name, _payload) => {
    if (name !== 'jobs.changed' && name !== 'network.changed') return;
    if (stopTimer !== null || !isWaiting()) return;
    known = new Set(addresses());
    watch();
  });
  known = new Set(addresses());
  watch();
  return () => {
    stopListening();
    stopTimer?.();
  };
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address);
}
