/**
 * Gives the focus a new place when what held it is gone, as a button is that has done its work: the first of
 * the places that can take it. Does nothing when the focus is still somewhere.
 */
export function keepFocus(...places: readonly (() => boolean)[]): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body) {
      places.some((focus) => focus());
    }
  });
}

/** Focuses one element, if it is there. */
export function focusElement(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null && document.activeElement === element;
}
