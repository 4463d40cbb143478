import { create } from 'zustand';
import type { Result } from '../../electron/model/failure.ts';
import type { Branch, License } from '../../electron/model/release.ts';
import { call } from '../api.ts';
import { rereadBranches } from './releases.ts';

type Catalogue = {
  readonly key: string | null;
  readonly branches: readonly Branch[];
  readonly licenses: readonly License[];
  /** False until the licenses stored or read are there. */
  readonly licensesKnown: boolean;
};

const none: Catalogue = { key: null, branches: [], licenses: [], licensesKnown: false };

/** What the editor offers to choose from, for the product of the release that is open. */
export const useCatalogue = create<Catalogue>(() => none);

/** Reads the choices of a product: those stored at once, the licenses then from the server. */
export async function openCatalogue(connectionId: string, productId: string): Promise<void> {
  const key = `${connectionId} ${productId}`;
  if (useCatalogue.getState().key === key) return;
  useCatalogue.setState({ ...none, key });
  const of = { connectionId, productId };
  const [branches, licenses] = await Promise.all([call('branches.list', of), call('licenses.list', of)]);
  if (useCatalogue.getState().key !== key) return;
  if (branches.ok) useCatalogue.setState({ branches: branches.value });
  if (licenses.ok) {
    useCatalogue.setState({
      licenses: byCustomer(licenses.value.items),
      licensesKnown: licenses.value.readAt !== null,
    });
  }
  const fresh = await call('licenses.refresh', of);
  if (useCatalogue.getState().key !== key) return;
  if (fresh.ok) useCatalogue.setState({ licenses: byCustomer(fresh.value.items) });
  useCatalogue.setState({ licensesKnown: true });
}

/** Makes a branch known by its id, as the server has no list of them. */
export async function addBranch(
  connectionId: string,
  productId: string,
  id: string,
  name: string,
): Promise<Result<Branch>> {
  const answer = await call('branches.add', { connectionId, productId, id, name });
  if (answer.ok) {
    useCatalogue.setState(({ branches }) => ({
      branches: [...branches.filter((branch) => branch.id !== answer.value.id), answer.value],
    }));
    await rereadBranches();
  }
  return answer;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** As a person looks for them: by name, and those nobody is named on last. */
export function byCustomer(licenses: readonly License[]): readonly License[] {
  return licenses.toSorted(
    (a, b) =>
      Number(a.customer === null) - Number(b.customer === null) ||
      collator.compare(a.customer ?? a.id, b.customer ?? b.id),
  );
}
