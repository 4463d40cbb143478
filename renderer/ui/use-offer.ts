import { useEffect, useRef } from 'react';
import { offer, type WindowAction } from '../store/window-actions.ts';

/** Offers to do a window action while the component is mounted. */
export function useOffer(action: WindowAction, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => offer(action, () => latest.current()), [action]);
}
