import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { rateLimitSchema } from '../../electron/model/connection.ts';
import { draftFieldsSchema } from '../../electron/model/draft.ts';

/** What one life of the app is given to do. */
export const givenSchema = z.object({
  dataFolder: z.string(),
  artifacts: z.string(),
  serverUrl: z.string(),
  teamId: z.string(),
  apiKey: z.string(),
  products: z.array(z.string()),
  rateLimit: rateLimitSchema.nullable(),
  changes: z.array(
    z.object({
      version: z.string(),
      product: z.number(),
      isNew: z.boolean(),
      fields: draftFieldsSchema.partial(),
      file: z.string().nullable(),
    }),
  ),
  settleMs: z.number(),
  /** It ends after so many writes; null: when it is told, or done. */
  writes: z.number().nullable(),
});
export type Given = z.infer<typeof givenSchema>;

/** What it tells, a line of JSON each. */
const toldSchema = z.union([
  z.object({ notice: z.string() }),
  z.object({
    end: z.object({
      drafts: z.number(),
      jobs: z.number(),
      verified: z.number(),
      /** Attempts that were begun and never came to an end. */
      open: z.number(),
      attempts: z.number(),
    }),
  }),
]);
export type Told = z.infer<typeof toldSchema>;

export interface Life {
  readonly child: ChildProcess;
  readonly told: Told[];
  /** What it printed besides: nothing, when all is well. */
  errors(): string;
  /** Its exit code, or null when it was killed. */
  readonly ended: Promise<number | null>;
}

export function startLife(publisher: string, given: Given): Life {
  const path = join(given.artifacts, 'given.json');
  writeFileSync(path, JSON.stringify(given));
  const child = spawn(process.execPath, [publisher, path], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told: Told[] = [];
  let errors = '';
  createInterface({ input: child.stdout }).on('line', (line) =>
    told.push(toldSchema.parse(JSON.parse(line))),
  );
  child.stderr.on('data', (text) => {
    errors += String(text);
  });
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  return { child, told, errors: () => errors, ended };
}
