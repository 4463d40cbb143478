import { expect, test } from 'vitest';
import { notesOf, releaseProblem } from '../../../build/package/changelog.ts';

const changelog = `# Changelog

## [Unreleased]
### Added
- Something that is not out.

## [1.10.0] - 2026-03-01
### Fixed
- One thing.

## [1.1.0] - 2026-01-01
### Added
- Another.

[1.10.0]: https://example.com/compare/1.1.0...1.10.0
[1.1.0]: https://example.com/releases/1.1.0
`;

test('the notes of a version are its section, without the heading', () => {
  expect(notesOf('1.10.0', changelog)).toBe('### Fixed\n- One thing.');
});

test('the links at the end are no part of the last section', () => {
  expect(notesOf('1.1.0', changelog)).toBe('### Added\n- Another.');
});

test.each(['1.1', '2.0.0', 'Unrelease', '1.10.0-beta.1'])('there are no notes of %s', (version) => {
  expect(notesOf(version, changelog)).toBeNull();
});

test('a section that says nothing has no notes', () => {
  expect(notesOf('1.0.0', '# Changelog\n\n## [1.0.0] - 2026-01-01\n')).toBeNull();
});

test('a tag is released when it is the version and the changelog has its day', () => {
  expect(releaseProblem('v1.10.0', '1.10.0', changelog)).toBeNull();
});

test.each([
  ['1.10.0', '1.10.0', 'The tag is 1.10.0'],
  ['v1.10.1', '1.10.0', 'The tag is v1.10.1'],
  ['v2.0.0', '2.0.0', 'says nothing of 2.0.0'],
])('the tag %s of version %s is not: %s', (tag, version, why) => {
  expect(releaseProblem(tag, version, changelog)).toContain(why);
});

test('a version without a day is not released', () => {
  const undated = changelog.replace('## [1.10.0] - 2026-03-01', '## [1.10.0] - unreleased');
  expect(releaseProblem('v1.10.0', '1.10.0', undated)).toContain('does not say when');
});
