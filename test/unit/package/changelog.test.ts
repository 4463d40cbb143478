import { expect, test } from 'vitest';
import { notesOf } from '../../../build/package/changelog.ts';

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
