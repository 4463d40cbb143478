import { describe, expect, test } from 'vitest';
import { isReached } from '../../bench/figures.ts';
import { jsonReport, tableReport } from '../../bench/report.ts';

describe('the report of the bench', () => {
  const measured = {
    'upload.cpu_ratio_to_curl': 1.23456,
    'main.max_block_ms': 50.06,
    'upload.wall_ratio_to_curl': null,
    'plan.import1000_ms': 1234.5,
  };

  test('as JSON is one flat object with a number for each figure, and null for what could not be measured', () => {
    expect(jsonReport(measured)).toBe(
      '{"main.max_block_ms":50.1,"plan.import1000_ms":1235,"upload.wall_ratio_to_curl":null,"upload.cpu_ratio_to_curl":1.23}',
    );
  });

  test('as a table says of each figure what it is to be and whether it is', () => {
    const [head, ...rows] = tableReport(measured).split('\n');
    expect(head).toMatch(/^figure +value {2}unit +goal +reached +key$/);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatch(/ 50\.1 {2}ms +≤ 50 +NO +main\.max_block_ms$/);
    expect(rows[2]).toMatch(/ — {2}× +≤ 1\.15 +— +upload\.wall_ratio_to_curl$/);
    expect(rows[3]).toMatch(/ 1\.23 {2}× +— +— +upload\.cpu_ratio_to_curl$/);
  });

  test('holds the measured value, not the rounded one, against the goal', () => {
    expect(isReached('main.max_block_ms', 50)).toBe(true);
    expect(isReached('main.max_block_ms', 50.001)).toBe(false);
    expect(isReached('upload.cpu_ratio_to_curl', 3)).toBe(null);
  });
});
