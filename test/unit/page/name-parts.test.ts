import { expect, test } from 'vitest';
import { nameParts } from '../../../renderer/ui/name-parts.ts';

test.each([
  ['ClaimsGuard-2.4.0.jar', 'ClaimsGuard', '-2.4.0.jar'],
  ['ClaimsGuard-2.3.0-dev.zip', 'ClaimsGuard', '-2.3.0-dev.zip'],
  ['ClaimsGuard-2.4.0-dev.2.jar', 'ClaimsGuard-2.4.0', '-dev.2.jar'],
  ['my_plugin.jar', 'my', '_plugin.jar'],
  [
    'a-very-long-name-without-a-part-at-its-end-20261126T120000.jar',
    'a-very-long-name-without-a-part-at-its-end-2026112',
    '6T120000.jar',
  ],
  ['-2.jar', '', '-2.jar'],
  ['x.jar', '', 'x.jar'],
  ['', '', ''],
])('“%s” gives way in “%s” and keeps “%s”', (name, start, end) => {
  expect(nameParts(name)).toEqual([start, end]);
});
