import { create } from 'zustand';
import type { FoundRelease } from '../../electron/model/release.ts';
import { call } from '../api.ts';
import { mostShown } from './palette.ts';
import { useProducts } from './products.ts';

type Elsewhere = {
  readonly connectionId: string | null;
  /** What was found for the text that was answered last: some of it may hold what is typed since, too. */
  readonly found: readonly FoundRelease[];
  readonly answered: string;
};

const nothing: Elsewhere = { connectionId: null, found: [], answered: '' };

/** What was looked for among the releases of the team's other products: only those of the shown one are in the page. */
export const useElsewhere = create<Elsewhere>(() => nothing);

/** Looks for a text anew; what comes of a former one is no longer wanted. */
export async function findElsewhere(text: string): Promise<void> {
  lastQuestion += 1;
  const question = lastQuestion;
  const { connectionId, currentId } = useProducts.getState();
  const wanted = text.trim().slice(0, longestText);
  if (connectionId === null || wanted === '') return useElsewhere.setState({ ...nothing, answered: text });
  const answer = await call('releases.find', {
    connectionId,
    text: wanted,
    exceptOf: currentId,
    count: mostShown,
  });
  if (question !== lastQuestion) return;
  useElsewhere.setState({ connectionId, found: answer.ok ? answer.value : [], answered: text });
}

/** Of a longer one, the beginning is asked for: all of it is looked for once more in what was found. */
const longestText = 200;

let lastQuestion = 0;
