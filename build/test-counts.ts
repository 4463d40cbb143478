import { z } from 'zod';

/** What a step of `npm test` came to. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Tests among those that passed that failed first, and passed when they were tried again. */
  readonly flaky: readonly string[];
}

export const noTests: Count = { passed: 0, failed: 0, skipped: 0, flaky: [] };

export function sumOf(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
      flaky: [...sum.flaky, ...count.flaky],
    }),
    noTests,
  );
}

/** The one line that counts; the flaky ones are in it by their names, where there are any. */
export function lineOf({ passed, failed, skipped, flaky }: Count): string {
  const line = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  if (flaky.length === 0) return line;
  return `${line}; ${flaky.length} of those that passed failed at first: ${flaky.join('; ')}`;
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/** A file that could not even be loaded has no tests to count: it is one failure. */
export function countVitest(report: unknown): Count {
  const states = vitestReport
    .parse(report)
    .testResults.flatMap(({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
        ? ['failed', ...assertionResults.map((test) => test.status)]
        : assertionResults.map((test) => test.status),
    );
  const passed = states.filter((state) => state === 'passed').length;
  const failed = states.filter((state) => state === 'failed').length;
  return { passed, failed, skipped: states.length - passed - failed, flaky: [] };
}

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ status: z.string() })),
});
const suiteSchema = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});
type Suite = z.infer<typeof suiteSchema>;

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  suites: z.array(suiteSchema),
  errors: z.array(z.unknown()),
});

/** What passed when it was tried again has passed, and is named. */
export function countPlaywright(report: unknown): Count {
  const { stats, suites, errors } = playwrightReport.parse(report);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    flaky: suites.flatMap(flakyIn),
  };
}

function flakyIn({ specs, suites = [] }: Suite): string[] {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...here.map(({ file, title }) => `${file} “${title}”`), ...suites.flatMap(flakyIn)];
}
