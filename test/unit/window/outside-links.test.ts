import { expect, test } from 'vitest';
import { mayOpenOutside } from '../../../electron/outside-links.ts';

test.each(['https://app.lukittu.com/teams', 'https://docs.lukittu.com/', 'https://lukittu.com'])(
  '%s may be opened in the browser',
  (link) => expect(mayOpenOutside(link)).toBe(true),
);

test.each([
  'http://app.lukittu.com/',
  'https://lukittu.com.example.org/',
  'https://example.org/?https://lukittu.com',
  'https://lukittu.com@example.org/',
  'https://name:word@lukittu.com/',
  'https://lukittu.com:8443/',
  'https://LUKITTU.com.evil/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'mailto:someone@lukittu.com',
  'smb://lukittu.com/share',
  'app://lukittu/index.html',
  '//lukittu.com',
  '',
])('“%s” may not', (link) => expect(mayOpenOutside(link)).toBe(false));
