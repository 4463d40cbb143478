import type { z } from 'zod';
import { appCalls } from './contract/app-calls.ts';
import { batchCalls } from './contract/batch-calls.ts';
import { catalogueCalls } from './contract/catalogue-calls.ts';
import { connectionCalls } from './contract/connection-calls.ts';
import { draftCalls } from './contract/draft-calls.ts';
import type { events } from './contract/events.ts';
import { exportCalls } from './contract/export-calls.ts';
import { historyCalls } from './contract/history-calls.ts';
import { importCalls } from './contract/import-calls.ts';
import { jobCalls } from './contract/job-calls.ts';
import { matchingCalls } from './contract/matching-calls.ts';
import type { Result } from './model/failure.ts';
import type { IncomingFile } from './model/incoming-file.ts';

/**
 * Every call the page can make: with the events it can hear (`contract/events.ts`) the one description of the process
 * boundary. `ipc.ts` binds it, `preload.ts` exposes exactly it, `renderer/api.ts` types it.
 */
export const calls = {
  ...appCalls,
  ...connectionCalls,
  ...catalogueCalls,
  ...draftCalls,
  ...jobCalls,
  ...batchCalls,
  ...exportCalls,
  ...importCalls,
  ...matchingCalls,
  ...historyCalls,
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.infer<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<(typeof calls)[N]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;

/**
 * Calls that take files beside their input. The page hands over `File` objects; the preload turns them into
 * paths (or bytes, for a pasted file that has no path), so a path never comes from the page.
 */
export const fileCalls = [
  'drafts.attach',
  'imports.begin',
  'matching.begin',
] as const satisfies readonly CallName[];
export type FileCallName = (typeof fileCalls)[number];

/** What `preload.ts` puts on `window.lukittu`. */
export type PageApi = {
  [N in CallName]: N extends FileCallName
    ? (input: CallInput<N>, files: readonly File[]) => Promise<Result<CallOutput<N>>>
    : (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
} & {
  /** Calls the listener for each event until the returned function is called. */
  on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) => () => void;
};

/** What the main process offers behind the calls; throws an `AppError` for what it foresees. */
export type CallHandlers = {
  [N in CallName]: (
    input: CallInput<N>,
    files: readonly IncomingFile[],
  ) => CallOutput<N> | Promise<CallOutput<N>>;
};
