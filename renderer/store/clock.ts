import { create } from 'zustand';

/** What time it is (ms), to the minute: enough for all that is said of times. */
export const useClock = create<{ readonly now: number }>(() => ({ now: Date.now() }));

const minuteMs = 60_000;

/**
 * Follows the time, with each minute of the clock and whenever somebody comes back to the window, until the returned
 * function is called. Nobody sees a window that is hidden.
 */
export function followClock(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    if (document.visibilityState === 'visible') useClock.setState({ now: Date.now() });
  };
  const tick = () => {
    look();
    timer = setTimeout(tick, minuteMs - (Date.now() % minuteMs));
  };
  tick();
  document.addEventListener('visibilitychange', look);
  window.addEventListener('focus', look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('focus', look);
  };
}
