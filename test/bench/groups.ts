import { measureBatch23 } from './batch23.ts';
import type { Measure } from './bench.ts';
import { measureDrafts } from './drafts.ts';
import { measureIdle } from './idle.ts';
import { measureList10k } from './list10k.ts';
import { measurePublish } from './publish.ts';
import { measureSoak } from './soak.ts';
import { measureStart } from './start.ts';
import { measureUpload } from './upload.ts';

/** What can be measured by itself, by its name on the command line, in the order in which all of it is. */
export const groups: ReadonlyMap<string, Measure> = new Map([
  ['batch23', measureBatch23],
  ['drafts', measureDrafts],
  ['upload', measureUpload],
  ['start', measureStart],
  ['list10k', measureList10k],
  ['publish', measurePublish],
  ['idle', measureIdle],
  ['soak', measureSoak],
]);
