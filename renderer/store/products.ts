import { create } from 'zustand';
import type { Failure, Result } from '../../electron/model/failure.ts';
import type { Product } from '../../electron/model/release.ts';
import { call } from '../api.ts';
import { remember, remembered } from './session.ts';

type Products = {
  readonly connectionId: string | null;
  readonly products: readonly Product[];
  readonly currentId: string | null;
  /** False until the first answer is there, so that "none" is not said too early. */
  readonly known: boolean;
  readonly refreshing: boolean;
  readonly failure: Failure | null;
};

const none: Products = {
  connectionId: null,
  products: [],
  currentId: null,
  known: false,
  refreshing: false,
  failure: null,
};

/** The products of the team that is shown. */
export const useProducts = create<Products>(() => none);

/** Shows another team's products: those last seen at once, then what the server says. */
export async function openProducts(connectionId: string | null): Promise<void> {
  // The product of the last time is taken to be there still: so its releases are read while the products are.
  useProducts.setState({ ...none, connectionId, currentId: lastProductOf(connectionId) });
  if (connectionId === null) return;
  const seen = await call('products.list', { connectionId });
  if (useProducts.getState().connectionId !== connectionId) return;
  if (seen.ok) adopt(seen.value.items, seen.value.items.length > 0 || seen.value.readAt !== null);
  else useProducts.setState({ failure: seen.failure });
  if (seen.ok && seen.value.readAt !== null && seen.value.items.length > 0) return;
  await refreshProducts();
}

/** Asks the server which products there are. */
export async function refreshProducts(): Promise<void> {
  const { connectionId } = useProducts.getState();
  if (connectionId === null) return;
  useProducts.setState({ refreshing: true });
  const answer = await call('products.refresh', { connectionId });
  if (useProducts.getState().connectionId !== connectionId) return;
  if (answer.ok) adopt(answer.value.items, true);
  useProducts.setState({
    refreshing: false,
    known: true,
    failure: answer.ok ? null : answer.failure,
  });
}

/** Reads again what the main process has stored, after it said that this changed. */
export async function rereadProducts(connectionId: string): Promise<void> {
  if (useProducts.getState().connectionId !== connectionId) return;
  const seen = await call('products.list', { connectionId });
  if (!seen.ok || useProducts.getState().connectionId !== connectionId) return;
  adopt(seen.value.items, useProducts.getState().known || seen.value.items.length > 0);
}

/** Adds a product by its id and shows it. */
export async function addProduct(id: string, name: string): Promise<Result<Product>> {
  const { connectionId, products } = useProducts.getState();
  const answer = await call('products.add', { connectionId: connectionId ?? '', productId: id, name });
  if (answer.ok) {
    const others = products.filter((product) => product.id !== answer.value.id);
    useProducts.setState({ products: [...others, answer.value], known: true });
    chooseProduct(answer.value.id);
  }
  return answer;
}

export function chooseProduct(id: string): void {
  const { connectionId } = useProducts.getState();
  if (connectionId !== null) remember(lastProduct(connectionId), id);
  useProducts.setState({ currentId: id });
}

function adopt(products: readonly Product[], known: boolean): void {
  useProducts.setState((state) => {
    const wanted = state.currentId ?? lastProductOf(state.connectionId);
    const current = products.find(({ id }) => id === wanted) ?? products[0];
    return { products, known, currentId: current?.id ?? null };
  });
}

function lastProductOf(connectionId: string | null): string | null {
  return connectionId === null ? null : (remembered(lastProduct(connectionId)) ?? null);
}

function lastProduct(connectionId: string): string {
  return `product ${connectionId}`;
}
