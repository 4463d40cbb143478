import { create } from 'zustand';
import type { Branch, License } from '../../electron/model/release.ts';
import { call } from '../api.ts';
import type { BulkChosen } from './bulk-chosen.ts';
import { byCustomer } from './catalogue.ts';

type Choices = {
  readonly productId: string | null;
  readonly branches: readonly Branch[];
  readonly licenses: readonly License[];
  /** False until the licenses stored or read are there. */
  readonly licensesKnown: boolean;
};

const none: Choices = { productId: null, branches: [], licenses: [], licensesKnown: false };

/** The branches and licenses a bulk change can choose from: those of the one product it is about. */
export const useBulkChoices = create<Choices>(() => none);

/** Reads the choices: those stored at once, the licenses then from the server. */
export async function openBulkChoices({ connectionId, productId }: BulkChosen): Promise<void> {
  useBulkChoices.setState({ ...none, productId });
  if (productId === null) return;
  const of = { connectionId, productId };
  const isStill = () => useBulkChoices.getState().productId === productId;
  const [branches, licenses] = await Promise.all([call('branches.list', of), call('licenses.list', of)]);
  if (!isStill()) return;
  if (branches.ok) useBulkChoices.setState({ branches: branches.value });
  if (licenses.ok) {
    useBulkChoices.setState({
      licenses: byCustomer(licenses.value.items),
      licensesKnown: licenses.value.readAt !== null,
    });
  }
  const fresh = await call('licenses.refresh', of);
  if (!isStill()) return;
  if (fresh.ok) useBulkChoices.setState({ licenses: byCustomer(fresh.value.items) });
  useBulkChoices.setState({ licensesKnown: true });
}

/** A branch that was made known by its id can be chosen from then on. */
export function adoptBulkBranch(branch: Branch): void {
  useBulkChoices.setState(({ branches }) => ({
    branches: [...branches.filter(({ id }) => id !== branch.id), branch],
  }));
}
