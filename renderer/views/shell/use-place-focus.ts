import { type RefObject, useEffect, useRef } from 'react';
import { focusPane, focusPaneNamed } from '../../ui/panes.ts';

/**
 * Gives the focus to the place that has come when it was in the one that is gone: to its list, else to the first thing
 * in it that can have it.
 */
export function usePlaceFocus(place: string, main: RefObject<HTMLElement | null>): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    if (document.activeElement !== document.body) return;
    if (!focusPaneNamed('list')) focusPane(main.current);
  }, [place, main]);
}
