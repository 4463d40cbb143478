/**
 * Follows a pointer that was pressed until it is let go of; while it is pressed its events come from outside the window,
 * too. It is not captured: a capture ends as soon as another window asks the system for one.
 */
export function followPointer(
  pressed: Pick<PointerEvent, 'pointerId'>,
  { onMove, onEnd }: { readonly onMove: (event: PointerEvent) => void; readonly onEnd: () => void },
): void {
  // One that is not pressed does not drag: a press has some systems say where their pointer is by their own account.
  const move = (event: PointerEvent) => {
    if (event.pointerId === pressed.pointerId && event.buttons !== 0) onMove(event);
  };
  const end = (event: PointerEvent) => {
    if (event.pointerId !== pressed.pointerId) return;
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    onEnd();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}
