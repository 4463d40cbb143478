import { useSyncExternalStore } from 'react';

/** Whether there is room for one pane only: the detail then takes the list's place. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}

const query = window.matchMedia('(max-width: 999.9px)');

function subscribe(changed: () => void): () => void {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
