import { focusPaneNamed } from './panes.ts';

let leads = false;

/** Moves the focus from the search above a list to what it found. */
export function leadToResults(): void {
  leads = true;
  focusPaneNamed('list');
  leads = false;
}

/** Whether a list gets the focus in this very moment because its search leads there, and not on the way past it. */
export function isLedToResults(): boolean {
  return leads;
}
