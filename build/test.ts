import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { enterPrivateSession } from './private-session.ts';
import { type Count, countPlaywright, countVitest, lineOf, noTests, sumOf } from './test-counts.ts';

/**
 * `npm test`: every check there is, each in its own process, and at the end one line that counts them all. Names
 * of steps as arguments (`npm test -- types unit`) run only those.
 */
interface Step {
  name: string;
  /** Scripts with their arguments, run one after the other by this Node. */
  scripts: string[][];
  env?: Record<string, string>;
  /** Reads what the step's own report counted. Without one the step is a single check. */
  count?: () => Count;
}

const root = join(import.meta.dirname, '..');
const reports = join(root, 'test-results');
const vitestReport = join(reports, 'vitest.json');
const packageReport = join(reports, 'package.json');
const playwrightReport = join(reports, 'playwright.json');
const tsc = 'node_modules/typescript/bin/tsc';

const steps: Step[] = [
  {
    name: 'types',
    scripts: ['tsconfig.json', 'renderer/tsconfig.json', 'test/e2e/tsconfig.json'].map((project) => [
      tsc,
      '--noEmit',
      '-p',
      project,
    ]),
  },
  { name: 'lint', scripts: [['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']] },
  {
    name: 'unit',
    scripts: [
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${vitestReport}`,
      ],
    ],
    count: () => countVitest(readReport(vitestReport)),
  },
  {
    name: 'build',
    scripts: [['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn']],
  },
  {
    name: 'package',
    scripts: [
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--config=test/package/vitest.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${packageReport}`,
      ],
    ],
    count: () => countVitest(readReport(packageReport)),
  },
  {
    name: 'e2e',
    scripts: [['node_modules/@playwright/test/cli.js', 'test', '--config=test/e2e', '--reporter=dot,json']],
    // Who looks for keys in what the tests leave behind may count on what all of them leave.
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport, LUKITTU_EVERY_SPEC: '1' },
    count: () => countPlaywright(readReport(playwrightReport)),
  },
];

await enterPrivateSession();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const asked = process.argv.slice(2);
const counts: Count[] = [];
for (const step of steps.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  counts.push(await take(step));
}
const total = sumOf(counts);
console.log(`\n${lineOf(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs a step to its end, all of its scripts, and counts it. One that failed without a report is one failure. */
async function take({ name, scripts, env, count }: Step): Promise<Count> {
  console.log(`\n── ${name}`);
  const begun = performance.now();
  let good = true;
  for (const script of scripts) good = (await run(script, env)) && good;
  const counted = count ? safely(count) : null;
  const result = { ...(counted ?? noTests) };
  if (!good && result.failed === 0) result.failed = 1;
  if (good && !count) result.passed = 1;
  if (good && count && !counted) result.failed = 1;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const { passed, failed, skipped } = result;
  console.log(`── ${name}: ${passed} good, ${failed} bad, ${skipped} left out, in ${seconds} s`);
  return result;
}

async function run(script: string[], env: Record<string, string> = {}): Promise<boolean> {
  const child = spawn(process.execPath, script, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(process.stdout.isTTY ? {} : { FORCE_COLOR: '0' }), ...env },
  });
  const [code] = await once(child, 'exit');
  return code === 0;
}

function safely(count: () => Count): Count | null {
  try {
    return count();
  } catch (error) {
    console.error(`The report could not be read: ${error}`);
    return null;
  }
}

function readReport(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
