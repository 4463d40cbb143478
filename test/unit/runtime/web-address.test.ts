import { expect, test } from 'vitest';
import { toAppAddress, toAppOrigin, toWebAddress } from '../../../build/chromium-runtime/web-address.ts';

test('an address of the app goes to the page and comes back as it was', () => {
  for (const url of ['app://lukittu/index.html', 'app://lukittu/a/b.js?x=1#y', 'lukittu-plan://some.host/']) {
    expect(toWebAddress(url)).toMatch(/^https:\/\/[a-z.-]+\.invalid\//);
    expect(toAppAddress(toWebAddress(url))).toBe(url);
  }
});

test('every other address stays as it is', () => {
  for (const url of ['https://example.com/x', 'about:blank', 'data:text/html,x', 'not an address']) {
    expect(toAppAddress(url)).toBe(url);
  }
});

test('the origin is the scheme and the host, which a plain URL would not tell', () => {
  expect(toAppOrigin(toWebAddress('app://lukittu/index.html'))).toBe('app://lukittu');
  expect(toAppOrigin('https://example.com/x')).toBe('https://example.com');
  expect(toAppOrigin('about:blank')).toBe('null');
});
