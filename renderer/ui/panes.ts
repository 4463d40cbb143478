/** The panes of the window in reading order, as they are marked in the page. */
const paneSelector = '[data-pane]';
const focusable =
  'button:not(:disabled), input:not(:disabled):not([hidden]), [tabindex="0"], a[href], textarea:not(:disabled)';

/** Moves the focus to the next pane (or the one before), coming round at the end. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>(paneSelector)].filter(isShown);
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  for (let tried = 1; tried <= panes.length; tried += 1) {
    const place = (current + step * tried + panes.length * 2) % panes.length;
    const pane = panes[place];
    if (pane !== undefined && focusPane(pane)) return;
  }
}

/** Focuses what a pane wants focused first, or the first thing in it that can be. */
export function focusPane(pane: Element | null): boolean {
  const preferred = pane?.querySelector<HTMLElement>('[data-pane-first]:not(:disabled)');
  const target =
    preferred != null && isShown(preferred)
      ? preferred
      : [...(pane?.querySelectorAll<HTMLElement>(focusable) ?? [])].find(isShown);
  target?.focus();
  return target !== undefined;
}

/** Focuses one pane by its name. */
export function focusPaneNamed(name: PaneName): boolean {
  return focusPane(document.querySelector(`[data-pane="${name}"]`));
}

export type PaneName = 'header' | 'places' | 'list' | 'detail' | 'sending';

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility();
}
