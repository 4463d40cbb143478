import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, lineOf, noTests, sumOf } from '../../../build/test-counts.ts';

/** A report of Playwright's with these tests, the last one in a group of its own. */
function playwrightOf(
  stats: { expected: number; unexpected: number; flaky: number; skipped: number },
  ...tests: readonly { title: string; status: string }[]
) {
  const specs = tests.map(({ title, status }) => ({ title, file: 'queue.spec.ts', tests: [{ status }] }));
  const suites = [
    {
      title: 'queue.spec.ts',
      specs: specs.slice(0, -1),
      suites: [{ title: 'a group', specs: specs.slice(-1) }],
    },
  ];
  return { stats, suites, errors: [] };
}

describe('what the tests came to', () => {
  test('names those that passed only when they were tried again, also in a group', () => {
    const count = countPlaywright(
      playwrightOf(
        { expected: 1, unexpected: 0, flaky: 2, skipped: 0 },
        { title: 'comes back', status: 'expected' },
        { title: 'waits its turn', status: 'flaky' },
        { title: 'is paused', status: 'flaky' },
      ),
    );
    expect(lineOf(sumOf([{ ...noTests, passed: 4, skipped: 1 }, count]))).toBe(
      '7 passed, 0 failed, 1 skipped; 2 of those that passed failed at first: ' +
        'queue.spec.ts “waits its turn”; queue.spec.ts “is paused”',
    );
  });

  test('is three numbers where none did', () => {
    const count = countPlaywright(
      playwrightOf(
        { expected: 1, unexpected: 1, flaky: 0, skipped: 0 },
        { title: 'comes back', status: 'expected' },
        { title: 'goes on', status: 'unexpected' },
      ),
    );
    expect(lineOf(count)).toBe('1 passed, 1 failed, 0 skipped');
  });

  test('has what kept the window’s tests from running among the failures', () => {
    const report = playwrightOf({ expected: 0, unexpected: 0, flaky: 0, skipped: 0 });
    expect(countPlaywright({ ...report, errors: [{ message: 'no such file' }] }).failed).toBe(1);
  });

  test('has a file that could not be loaded as one failure', () => {
    const loaded = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
    const unloaded = { status: 'failed', assertionResults: [] };
    const count = countVitest({ testResults: [loaded, unloaded] });
    expect(count).toEqual({ passed: 1, failed: 2, skipped: 0, flaky: [] });
  });
});
