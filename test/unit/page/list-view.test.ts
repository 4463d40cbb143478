import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  clearFilter,
  isFirstLook,
  keepSortWithin,
  setFilter,
  sortBy,
} from '../../../renderer/store/list-view.ts';
import { newestFirst, sortIn, textOfSort } from '../../../renderer/store/release-order.ts';
import { useSession } from '../../../renderer/store/session.ts';

const remember = vi.fn(async () => ({ ok: true, value: null }));
const sort = () => sortIn(useSession.getState().settings['release-sort']);

beforeEach(() => {
  remember.mockClear();
  vi.stubGlobal('window', { lukittu: { 'app.remember': remember } });
  useSession.setState({ settings: {} });
  clearFilter();
});

describe('the order of the release list', () => {
  it('is by a column, and by the same once more the other way round; versions and times begin with the newest', () => {
    expect(sort()).toEqual(newestFirst);
    sortBy('version');
    expect(sort()).toEqual({ column: 'version', descending: false });
    sortBy('updated');
    expect(sort()).toEqual({ column: 'updated', descending: true });
    sortBy('file');
    sortBy('file');
    expect(sort()).toEqual({ column: 'file', descending: true });
  });

  it('is remembered for the next start', () => {
    sortBy('licenses');
    expect(remember).toHaveBeenLastCalledWith({ key: 'release-sort', value: 'licenses ascending' });
    expect(sortIn('licenses ascending')).toEqual({ column: 'licenses', descending: false });
  });

  it.each([undefined, '', 'version', 'colour ascending', 'file sideways', 'constructor'])(
    'is newest first where “%s” is remembered',
    (text) => expect(sortIn(text)).toEqual(newestFirst),
  );

  it('is newest first again when the column it went by is hidden, and stays when another one is', () => {
    sortBy('status');
    keepSortWithin(new Set(['version', 'status']));
    expect(sort()).toEqual({ column: 'status', descending: false });
    keepSortWithin(new Set(['version', 'file']));
    expect(textOfSort(sort())).toBe('version descending');
    expect(remember).toHaveBeenLastCalledWith({ key: 'release-sort', value: 'version descending' });
  });

  it('shows the newest releases at once only where the list begins with them, all of them', () => {
    expect(isFirstLook()).toBe(true);
    setFilter({ text: '2.' });
    expect(isFirstLook()).toBe(false);
    clearFilter();
    sortBy('updated');
    expect(isFirstLook()).toBe(false);
  });
});
