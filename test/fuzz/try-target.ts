import { createChance } from '../support/chance.ts';
import type { Coverage } from './coverage.ts';
import { mutateBytes, splice } from './mutate.ts';
import { Broken, longestCheckMs, type Target } from './target.ts';

/** An input at which something was wrong, and what. */
export interface Find {
  readonly input: Buffer;
  readonly what: string;
}

export interface Tried {
  readonly runs: number;
  /** Inputs that reached something new. */
  readonly kept: number;
  readonly slowestMs: number;
  readonly finds: readonly Find[];
}

export interface Effort {
  /** The same seed and number of runs try the same inputs. */
  readonly seed: number;
  readonly runs: number;
  /** Milliseconds after which no new input is tried. */
  readonly ms: number;
}

/** More of one target are seldom of another cause. */
const mostFinds = 10;

/** Tries changed inputs, those the more that come from one which reached something new. */
export async function tryTarget(
  target: Target,
  corpus: readonly Buffer[],
  { seed, runs, ms }: Effort,
  { coverage, begin }: { coverage: Coverage; begin: (input: Buffer) => void },
): Promise<Tried> {
  const chance = createChance(seed);
  const pool: Buffer[] = [];
  const finds: Find[] = [];
  const said = new Set<string>();
  const started = performance.now();
  let ran = 0;
  let slowestMs = 0;

  const run = async (input: Buffer): Promise<boolean> => {
    ran += 1;
    begin(input);
    const before = performance.now();
    const wrong = await wrongWith(target, input);
    slowestMs = Math.max(slowestMs, performance.now() - before);
    if (wrong !== null && !said.has(kindOf(wrong))) {
      said.add(kindOf(wrong));
      finds.push({ input, what: wrong });
    }
    return coverage.foundNew();
  };

  for (const input of [...(await target.seeds()), ...corpus]) {
    await run(input);
    pool.push(input);
  }
  const begun = pool.length;
  while (ran < runs && performance.now() - started < ms && finds.length < mostFinds) {
    // What was found last has been changed least.
    const recent = chance.below(3) === 0 ? Math.max(0, pool.length - 20) : 0;
    const from = pool[recent + chance.below(pool.length - recent)] ?? Buffer.alloc(0);
    const knowing = target.mutate !== undefined && chance.below(2) === 0;
    let input =
      knowing && target.mutate ? target.mutate(from, chance) : mutateBytes(from, chance, target.words);
    if (chance.below(10) === 0) input = splice(input, pool[chance.below(pool.length)] ?? input, chance);
    if (await run(input)) pool.push(input);
  }
  return { runs: ran, kept: pool.length - begun, slowestMs, finds };
}

/** What is the same for inputs of the same cause. */
export const kindOf = (what: string): string => what.split(/: |\d|\n/)[0] ?? what;

/** What an input makes wrong, in a line; null when all is as it must be. */
export async function wrongWith(target: Target, input: Buffer): Promise<string | null> {
  const before = process.threadCpuUsage();
  try {
    await target.check(input);
  } catch (error) {
    if (error instanceof Broken) return error.message.slice(0, 500);
    return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : String(error);
  }
  // Of this thread's own: how long it takes on the clock depends on what else the machine does.
  const { user, system } = process.threadCpuUsage(before);
  const took = (user + system) / 1000;
  return took > longestCheckMs ? `took ${Math.round(took)} ms` : null;
}
