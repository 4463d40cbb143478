import { afterEach, expect, it, vi } from 'vitest';
import { reportPageError } from '../../../renderer/store/page-errors.ts';

afterEach(() => vi.unstubAllGlobals());

it('an error of the page is told by its class and its places: its text stays in the page', () => {
  const pageFailed = vi.fn(async () => ({ ok: true, value: null }));
  vi.stubGlobal('window', { lukittu: { 'app.pageFailed': pageFailed } });

  reportPageError('drawing', new RangeError('the key is\n    at home (sk-1234:1:2)'));
  const places = expect.stringMatching(/^\n {4}at .*page-errors\.test\.ts:\d+:\d+/);
  expect(pageFailed).toHaveBeenCalledWith({ where: 'drawing', name: 'RangeError', stack: places });

  reportPageError('promise', 'the key is sk-1234');
  expect(pageFailed).toHaveBeenLastCalledWith({ where: 'promise', name: 'string', stack: '' });
});
