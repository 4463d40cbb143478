import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { keepFind } from '../test/fuzz/corpus.ts';
import { type FuzzReport, fuzz } from '../test/fuzz/fuzz.ts';
import { targets } from '../test/fuzz/targets/all.ts';
import { wrongWith } from '../test/fuzz/try-target.ts';

/**
 * `npm run fuzz`: gives everything of the app that reads what others wrote as many odd inputs as the time allows, and
 * says in a line for each what was tried. What goes wrong is made small, kept in `test/fuzz/corpus/`, and makes the
 * exit code 1. `-- jar csv` tries only those; `--seconds` (20) and `--runs` bound each; `--seed` is printed, and with
 * `--runs` tries the same again; `--replay <file>` gives one file to the targets named.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '20' },
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    replay: { type: 'string' },
  },
});

const chosen = targets.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const unknown = positionals.filter((name) => !targets.some((target) => target.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown.join(', ')}; there are ${targets.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

process.exitCode = values.replay === undefined ? await tryAll() : await replay(values.replay);

async function tryAll(): Promise<number> {
  const effort = { seed: Number(values.seed), runs: Number(values.runs), ms: Number(values.seconds) * 1000 };
  console.log(`seed ${effort.seed}, at most ${values.seconds} s and ${values.runs} inputs each`);
  let finds = 0;
  for (const { name } of chosen) {
    const report = await fuzz(name, effort);
    finds += report.finds.length;
    console.log(lineOf(name, report));
    for (const { input, what } of report.finds) {
      console.log(`  ${what}\n  kept in ${relative(process.cwd(), keepFind(name, input))}`);
    }
  }
  console.log(finds === 0 ? 'Nothing was found.' : `${finds} found.`);
  return finds === 0 ? 0 : 1;
}

function lineOf(name: string, { runs, kept, functions, slowestMs, finds }: FuzzReport): string {
  return [
    name.padEnd(12),
    `${runs} inputs`.padStart(16),
    `${kept} reached more`.padStart(18),
    `${functions} functions`.padStart(15),
    `slowest ${Math.round(slowestMs)} ms`.padStart(16),
    `${finds.length} found`.padStart(10),
  ].join('');
}

async function replay(path: string): Promise<number> {
  let wrong = 0;
  for (const target of chosen) {
    const what = await wrongWith(target, readFileSync(path));
    console.log(`${target.name}: ${what ?? 'as it must be'}`);
    if (what !== null) wrong += 1;
  }
  return wrong === 0 ? 0 : 1;
}
