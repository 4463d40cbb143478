import { useDrafts } from '../../store/drafts.ts';
import { useDraftsInQueue } from '../drafts/use-drafts-in-queue.ts';

/** How many drafts there are to work on, as soon as that is known. One on its way is counted by the queue. */
export function useOpenDraftCount(): number {
  const { drafts, known } = useDrafts();
  const sent = useDraftsInQueue();
  if (!known) return 0;
  return drafts.filter(({ id }) => !sent.has(id)).length;
}
