import { useLayoutEffect } from 'react';
import { type Cover, cover } from '../store/covers.ts';

/** Counts as a cover of the window while it is open. */
export function useCover(what: Cover, isOpen: boolean): void {
  useLayoutEffect(() => (isOpen ? cover(what) : undefined), [what, isOpen]);
}
