import { create } from 'zustand';
import {
  everything,
  newestFirst,
  type ReleaseFilter,
  type Sort,
  type SortColumn,
  sortIn,
  textOfSort,
} from './release-order.ts';
import { remember, remembered, useSession } from './session.ts';

type ListView = { readonly filter: ReleaseFilter };

/** How the release list is narrowed. Kept while other places are shown. */
export const useListView = create<ListView>(() => ({ filter: everything }));

/** Under which name the order is remembered. */
const setting = 'release-sort';

/** How the release list is ordered. Remembered for the next start. */
export function useSort(): Sort {
  return useSession(({ settings }) => sortIn(settings[setting]));
}

/** Whether the list begins with the newest releases, all of them. */
export function isFirstLook(): boolean {
  const { filter } = useListView.getState();
  const { column, descending } = sortIn(remembered(setting));
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
  const sort = sortIn(remembered(setting));
  const descending = sort.column === column ? !sort.descending : newestComesFirst.has(column);
  remember(setting, textOfSort({ column, descending }));
}

/** Begins with the newest again where the list is sorted by another column than these: nobody would see by what. */
export function keepSortWithin(shown: ReadonlySet<SortColumn>): void {
  if (!shown.has(sortIn(remembered(setting)).column)) remember(setting, textOfSort(newestFirst));
}
