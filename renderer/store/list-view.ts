import { create } from 'zustand';
import { everything, newestFirst, type ReleaseFilter, type Sort, type SortColumn } from './release-order.ts';

type ListView = { readonly filter: ReleaseFilter; readonly sort: Sort };

/** How the release list is narrowed and ordered. Kept while other places are shown. */
export const useListView = create<ListView>(() => ({ filter: everything, sort: newestFirst }));

/** Whether the list begins with the newest releases, all of them. */
export function isFirstLook(): boolean {
  const { filter, sort } = useListView.getState();
  const { column, descending } = sort;
  const isNarrowed = filter.text.trim() !== '' || filter.status !== null || filter.branch !== null;
  return column === newestFirst.column && descending === newestFirst.descending && !isNarrowed;
}

export function setFilter(change: Partial<ReleaseFilter>): void {
  useListView.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

export function clearFilter(): void {
  useListView.setState({ filter: everything });
}

const newestComesFirst: ReadonlySet<SortColumn> = new Set(['version', 'updated', 'created']);

/** Sorts by a column; by the same once more the other way round. Versions and times begin with the newest. */
export function sortBy(column: SortColumn): void {
  useListView.setState(({ sort }) => ({
    sort: {
      column,
      descending: sort.column === column ? !sort.descending : newestComesFirst.has(column),
    },
  }));
}
