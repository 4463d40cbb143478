/** Things only a mounted part of the window can do, called by menu commands. */
export type WindowAction =
  | 'find'
  | 'select-all'
  | 'change-many'
  | 'palette'
  | 'choose-file'
  | 'match-files'
  | 'export-plan'
  | 'export-plan-files'
  | 'export-fields'
  | 'compare'
  | 'new-batch'
  | 'add-product'
  | 'open-demo'
  | 'next-pane'
  | 'go-to-detail';

/** Offers to do an action until the returned function is called. The newest offer is the one that counts. */
export function offer(action: WindowAction, act: () => void): () => void {
  const entry = { action, act };
  offers.unshift(entry);
  return () => {
    const place = offers.indexOf(entry);
    if (place >= 0) offers.splice(place, 1);
  };
}

/** Whether something that is shown can do the action. */
export function isOffered(action: WindowAction): boolean {
  return offers.some((entry) => entry.action === action);
}

/** Does the action if something that is shown can. */
export function perform(action: WindowAction): boolean {
  const found = offers.find((entry) => entry.action === action);
  found?.act();
  return found !== undefined;
}

const offers: { readonly action: WindowAction; readonly act: () => void }[] = [];
