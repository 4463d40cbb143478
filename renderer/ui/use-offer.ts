import { useEffect, useRef } from 'react';
import { offer, type WindowAction } from '../store/window-actions.ts';

/** Offers to do a window action while the component is mounted; with null, as long as it cannot, does not. */
export function useOffer(action: WindowAction, act: (() => void) | null): void {
  const latest = useRef(act);
  const can = act !== null;
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => (can ? offer(action, () => latest.current?.()) : undefined), [action, can]);
}
