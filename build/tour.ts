import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp, buildIsStale } from './build-app.ts';
import { enterPrivateSession } from './private-session.ts';
import {
  damaged,
  demoTeam,
  faulty,
  fromTheTrain,
  inFinnish,
  outdated,
  ownTeam,
  withoutNetwork,
} from './tour/chapters.ts';
import { createTour, type StepReport } from './tour/tour.ts';

/**
 * `npm run tour`: drives the built app as a person would, and leaves a picture of every step in `tour/`. Prints a
 * line for each step, or with `--json` one object with all of them. The exit code is 1 unless every step has seen
 * what it should.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
await enterPrivateSession();
if (buildIsStale() && !buildApp()) process.exit(1);

const root = join(import.meta.dirname, '..');
const folder = join(root, 'tour');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const tour = createTour({ folder, root, tell: (report) => values.json || console.log(line(report)) });
await tour.play(demoTeam);
await tour.play(ownTeam);
await tour.play(withoutNetwork);
await tour.play(fromTheTrain);
if (process.platform === 'linux') await tour.play(outdated); // the feed has AppImages
await tour.play(faulty);
await tour.play(damaged);
await tour.play(inFinnish);

const steps = tour.reports;
const ok = steps.every((step) => step.ok);
if (values.json) console.log(JSON.stringify({ steps, ok }, null, 2));
else console.log(ok ? `\nThe pictures are in ${folder}` : '\nNot every step did what it should.');
process.exitCode = ok ? 0 : 1;

function line({ number, name, ms, picture, ok, problem }: StepReport): string {
  const seconds = `${(ms / 1000).toFixed(1)} s`;
  const text = [ok ? '✓' : '✗', String(number).padStart(3), seconds.padStart(6), picture ?? name].join('  ');
  return problem === undefined ? text : `${text}\n               ${problem}`;
}
