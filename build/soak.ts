import { parseArgs } from 'node:util';
import { runDyingAfter, runWithKills, type SoakRun } from '../test/soak/killing.ts';
import { play } from '../test/support/chaos/play.ts';

/**
 * `npm run soak`: what takes too long for every test run. Three things, one after the other, or those that are named:
 *
 * - `kills`: batches of eight whose process is killed at random moments, 500 of them;
 * - `writes`: a small batch whose process dies after its n-th write to the database, for every n there is;
 * - `plays`: releases to which everything happens at once that can, 500 times (`test/support/chaos/`).
 *
 * `--runs` says how often, `--from` with which one to begin (a slice, or one that failed, again), `--at-once` how many
 * batches there are at a time. Ends with what came of it, and with exit code 1 when anything was not as it must be.
 */
const { values, positionals } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    from: { type: 'string', default: '0' },
    /** They wait more than they work. */
    'at-once': { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const runs = numberOf(values.runs, 500);
const from = numberOf(values.from, 0);
const atOnce = Math.max(1, numberOf(values['at-once'], 3));

const parts = { kills: killAll, writes: dieAfterEach, plays: playAll } as const;
type Figures = Readonly<Record<string, number>> & { readonly faults: number };

const unknown = positionals.filter((name) => !Object.keys(parts).includes(name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}, only ${Object.keys(parts).join(', ')}.`);
  process.exit(64);
}
for (const [name, part] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const startedAt = performance.now();
  const figures = await part();
  report(name, { ...figures, seconds: Math.round((performance.now() - startedAt) / 1000) });
  if (figures.faults > 0) process.exitCode = 1;
}

async function killAll(): Promise<Figures> {
  const seeds = Array.from({ length: runs }, (_, nth) => from + nth);
  const done = await together(seeds, async (seed) => told(`batch ${seed}`, await runWithKills(seed)));
  return {
    batches: done.length,
    kills: sum(done, 'kills'),
    killsInFlight: sum(done, 'killsInFlight'),
    requests: sum(done, 'requests'),
    mostSends: Math.max(0, ...done.map(({ mostSends }) => mostSends)),
    unheard: sum(done, 'unheard'),
    appliedUnheard: sum(done, 'appliedUnheard'),
    lostFiles: sum(done, 'lostFiles'),
    faults: faultsIn(done),
  };
}

async function dieAfterEach(): Promise<Figures> {
  const done: SoakRun[] = [];
  for (let isOver = false; !isOver; ) {
    const next = Array.from({ length: atOnce }, (_, nth) => done.length + nth + 1);
    const some = await together(next, async (writes) =>
      told(`dying after write ${writes}`, await runDyingAfter(writes)),
    );
    done.push(...some.filter(({ kills }) => kills > 0));
    isOver = some.some(({ kills }) => kills === 0);
  }
  return { writes: done.length, requests: sum(done, 'requests'), faults: faultsIn(done) };
}

async function playAll(): Promise<Figures> {
  let requests = 0;
  let faults = 0;
  for (let nth = 0; nth < runs; nth += 1) {
    const played = await play(from + nth);
    requests += played.requests.length;
    faults += played.faults.length;
    if (played.faults.length > 0) complain(`play ${from + nth}`, [...played.faults, ...played.log]);
    tellProgress(nth + 1, runs);
  }
  return { plays: runs, requests, faults };
}

/** Does all of them, so many at a time. */
async function together(numbers: readonly number[], one: (number: number) => Promise<SoakRun>) {
  const waiting = [...numbers];
  const done: SoakRun[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      done.push(await one(next));
      tellProgress(done.length, numbers.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return done;
}

function told(what: string, run: SoakRun): SoakRun {
  complain(what, run.faults);
  return run;
}

function complain(what: string, wrong: readonly string[]): void {
  for (const fault of wrong) console.error(`${what}: ${fault}`);
}

function tellProgress(done: number, all: number): void {
  if (!values.json && done % 10 === 0) console.log(`${done} of ${all}`);
}

function report(name: string, figures: Figures): void {
  const words = Object.entries(figures).map(([what, count]) => `${count} ${wordsOf(what)}`);
  console.log(values.json ? JSON.stringify({ soak: name, ...figures }) : `${name}: ${words.join(', ')}`);
}

/** `killsInFlight` as a person reads it. */
function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function sum(all: readonly SoakRun[], what: Exclude<keyof SoakRun, 'faults'>): number {
  return all.reduce((total, run) => total + run[what], 0);
}

function faultsIn(all: readonly SoakRun[]): number {
  return all.reduce((total, { faults }) => total + faults.length, 0);
}

function numberOf(text: string, otherwise: number): number {
  const number = Number(text);
  return Number.isInteger(number) && number >= 0 ? number : otherwise;
}
