import { create } from 'zustand';

/** Pixels at the lower edge of what scrolls that notices float over: so much room is left to scroll out from there. */
export const useNoticesRoom = create<{ readonly px: number }>(() => ({ px: 0 }));

/** Tells the styles and the lists. */
export function leaveRoom(px: number): void {
  document.documentElement.style.setProperty('--notices-room', `${px}px`);
  useNoticesRoom.setState({ px });
}
