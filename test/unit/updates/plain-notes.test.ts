import { expect, test } from 'vitest';
import { plainNotes } from '../../../electron/updates/plain-notes.ts';

test('plain text stays as it is, but for marks of headings and names, and blank ends', () => {
  expect(plainNotes('### Added\r\n- `a` < b\t\r\n\r\n\r\n\r\n- c # & d`\n')).toBe(
    'Added\n- a < b\n\n- c # & d`',
  );
});

test('of HTML the words are kept, and which of them are points of a list', () => {
  const html =
    '<h3>Added</h3>\n<ul>\n<li>Links to <a href="https://example.com">releases</a></li><li>Plans &amp; batches</li></ul><p>Thanks!</p>';
  expect(plainNotes(html)).toBe('Added\n\n- Links to releases\n- Plans & batches\n\nThanks!');
});

test('nothing in it is markup to anybody', () => {
  const html = '<p>Hello <img src=x onerror="alert(1)"> there</p><script>alert(2)</script><style>p{}</style>';
  expect(plainNotes(html)).toBe('Hello there');
});

test('characters that were written as numbers or names are read once', () => {
  expect(
    plainNotes('<p>&lt;b&gt; &#8211; &#x2713; &nbsp;&quot;&amp;lt;&quot; &unknown; &#0; &#x110000;</p>'),
  ).toBe('<b> – ✓  "&lt;" &unknown; &#0; &#x110000;');
});

test('a tag that never ends swallows nothing but itself', () => {
  expect(plainNotes('<p>one</p><script>two')).toBe('one');
  expect(plainNotes('<p>one <em>two')).toBe('one two');
});

test.each([
  ['tags that never end', '<p><'.repeat(200_000)],
  ['tags in tags', `${'<'.repeat(500_000)}p>`],
  ['blanks', `<p>${' '.repeat(500_000)}x`],
  ['blanks without markup', `${' '.repeat(500_000)}x`],
  ['scripts that never end', '<script'.repeat(100_000)],
  ['numbers that never end', `<p>${'&#1'.repeat(200_000)}`],
])('much of what makes readers slow does not: %s', (_what, notes) => {
  const begun = performance.now();
  plainNotes(notes);
  expect(performance.now() - begun).toBeLessThan(500);
});

test('there is an end to it', () => {
  expect(plainNotes('x'.repeat(1_000_000))).toHaveLength(20_000);
});
