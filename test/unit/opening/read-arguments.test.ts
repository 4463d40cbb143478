import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { requestsIn } from '../../../electron/opening/read-arguments.ts';

/** As the system that the tests run on writes them. */
const files = (paths: readonly string[]) => paths.map((path) => ({ by: 'file', path: resolve(path) }));

test('a plan is found wherever it stands, seen from the folder of the start', () => {
  expect(requestsIn(['.', '--lang=en', 'plans/next.lukittu-plan', '/tmp/plan.json'], '/home/ann')).toEqual(
    files(['/home/ann/plans/next.lukittu-plan', '/tmp/plan.json']),
  );
});

test('a file that a desktop names by its address is the same file', () => {
  const address = pathToFileURL('/home/ann/my plan.zip').href;
  expect(address).toContain('/home/ann/my%20plan.zip');
  expect(requestsIn([address], '/')).toEqual(files(['/home/ann/my plan.zip']));
});

test.each(['file://evil.example/share/plan.json', 'file:///home/ann%2Fplan.json', 'file:////'])(
  'an address that leads to another computer, or nowhere, is none: %s',
  (address) => {
    expect(requestsIn([address], '/')).toEqual([]);
  },
);

test('a link stays as it was given', () => {
  const link = 'Lukittu-Releases://release?server=x';
  expect(requestsIn([link], '/')).toEqual([{ by: 'link', link }]);
});

test('nothing else is taken for something to open', () => {
  const others = [
    '--publish=plan.json',
    '-plan.json',
    '/usr/bin/app',
    'https://example.com/',
    'notes.txt',
    '',
  ];
  expect(requestsIn(others, '/home/ann')).toEqual([]);
});
