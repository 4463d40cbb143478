import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from './figures.ts';

/** What a group of figures is measured with. */
export interface Bench {
  /** A folder of the group's own, gone at its end. */
  readonly folder: string;
  /** Says how far it has come, or what cannot be measured here and why. */
  tell(words: string): void;
  /** Takes what has to be ended with the group, whatever comes of it; the last first. */
  atEnd(end: () => unknown): void;
}

export type Measure = (bench: Bench) => Promise<Measured>;

/** Measures one group, and tidies up after it. */
export async function runGroup(measure: Measure, tell: Bench['tell']): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'lukittu-bench-'));
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })];
  try {
    return await measure({ folder, tell, atEnd: (end) => ends.push(end) });
  } finally {
    for (const end of ends.reverse()) await end();
  }
}
