import { parseArgs } from 'node:util';
import { runWithKills, type SoakRun } from '../test/soak/killing.ts';

/**
 * `npm run soak`: batches of eight whose process is killed at random moments, 500 of them unless `--runs` says
 * otherwise, two at a time. Ends with what came of it, and with exit code 1 when anything was not as it must be.
 */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '500' }, json: { type: 'boolean', default: false } },
});
const wanted = Math.max(1, Number.parseInt(values.runs, 10) || 500);
const startedAt = performance.now();
const done: SoakRun[] = [];

async function work(): Promise<void> {
  while (started < wanted) {
    started += 1;
    const run = await runWithKills(Math.random);
    done.push(run);
    for (const fault of run.faults) console.error(`run ${done.length}: ${fault}`);
    if (!values.json && done.length % 10 === 0)
      console.log(`${done.length} of ${wanted}, ${kills(done)} kills so far`);
  }
}

const kills = (runs: readonly SoakRun[]): number => runs.reduce((sum, run) => sum + run.kills, 0);
let started = 0;
await Promise.all([work(), work()]);

const report = {
  runs: done.length,
  kills: kills(done),
  killsInFlight: done.reduce((sum, run) => sum + run.killsInFlight, 0),
  faults: done.reduce((sum, run) => sum + run.faults.length, 0),
  minutes: Math.round((performance.now() - startedAt) / 6000) / 10,
};
console.log(
  values.json
    ? JSON.stringify(report)
    : `${report.runs} batches, ${report.kills} kills (${report.killsInFlight} with a request under way), ${report.faults} faults, ${report.minutes} min`,
);
process.exitCode = report.faults === 0 ? 0 : 1;
