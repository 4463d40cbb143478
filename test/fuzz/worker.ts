import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { corpusOf } from './corpus.ts';
import { startCoverage } from './coverage.ts';
import { minimize } from './minimize.ts';
import { shareInput } from './shared-input.ts';
import { targets } from './targets/all.ts';
import { tryTarget } from './try-target.ts';

/** One target in a thread of its own, which can be ended when an input never comes back. */
const given = z
  .object({
    name: z.string(),
    memory: z.instanceof(SharedArrayBuffer),
    effort: z.object({ seed: z.number(), runs: z.number(), ms: z.number() }),
  })
  .parse(workerData);

const target = targets.find(({ name }) => name === given.name);
if (!target) throw new Error(`there is no target ${given.name}`);
const shared = shareInput(given.memory);
const coverage = await startCoverage(['/electron/', '/yauzl/', '/csv-parse/', '/zod/', '/busboy/']);
const corpus = corpusOf(target.name).map(({ input }) => input);
const tried = await tryTarget(target, corpus, given.effort, { coverage, begin: shared.put });
const finds = [];
for (const { input, what } of tried.finds) finds.push({ input: await minimize(target, input), what });
parentPort?.postMessage({ ...tried, ...coverage.figures(), finds });
