import { parseArgs } from 'node:util';
import { runGroup } from '../test/bench/bench.ts';
import type { Measured } from '../test/bench/figures.ts';
import { groups } from '../test/bench/groups.ts';
import { jsonReport, tableReport } from '../test/bench/report.ts';
import { buildApp, buildIsStale } from './build-app.ts';
import { enterPrivateSession } from './private-session.ts';

/**
 * `npm run bench`: measures how fast the built app is and how little it takes, on this machine, and prints a table;
 * with `--json` one flat JSON object. Names of groups as arguments (`npm run bench -- drafts upload`) measure only
 * those. How far it has come goes to standard error. The exit code is 1 when something could not be measured, not when
 * a goal is missed: machines differ.
 */
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !groups.has(name));
if (unknown.length > 0) {
  console.error(`There is no group ${unknown.join(', ')}. There are: ${[...groups.keys()].join(', ')}`);
  process.exit(2);
}
await enterPrivateSession();
if (buildIsStale() && !buildApp()) process.exit(1);

const measured: Measured = {};
const failed: string[] = [];
for (const [name, measure] of groups) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const begun = performance.now();
  const tell = (words: string): void => console.error(`${name}: ${words}`);
  try {
    Object.assign(measured, await runGroup(measure, tell));
    tell(`done in ${Math.round((performance.now() - begun) / 1000)} s`);
  } catch (error) {
    failed.push(name);
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
console.log(values.json ? jsonReport(measured) : `\n${tableReport(measured)}`);
if (failed.length > 0) console.error(`\nCould not be measured: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
