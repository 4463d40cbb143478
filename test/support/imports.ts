import type { CallOutput } from '../../electron/contract.ts';
import type { Draft } from '../../electron/model/draft.ts';
import type { IncomingFile } from '../../electron/model/incoming-file.ts';
import type { PlanEntry } from '../../electron/model/plan.ts';
import type { Release } from '../../electron/model/release.ts';
import { examplePlan } from './plans.ts';
import type { RunningApp } from './running-app.ts';

/** Imports as the window makes them: a file is handed over, looked at, and made into drafts. */

type OnStale = 'refuse' | 'take';

export async function begin({ services, connection }: RunningApp, file: IncomingFile): Promise<string> {
  const begun = await services.handlers['imports.begin']({ connectionId: connection.id }, [file]);
  return begun.importId;
}

export async function look(
  { services }: RunningApp,
  importId: string,
  onStale: OnStale = 'refuse',
): Promise<CallOutput<'imports.look'>> {
  return services.handlers['imports.look']({ importId, onStale }, []);
}

export async function make(
  { services }: RunningApp,
  importId: string,
  { onStale = 'refuse', batchName = null }: { onStale?: OnStale; batchName?: string | null } = {},
): Promise<CallOutput<'imports.make'>> {
  return services.handlers['imports.make']({ importId, onStale, batchName }, []);
}

/** Answers what could not be undone. */
export async function undo({ services }: RunningApp, importId: string): Promise<string[]> {
  const { problems } = await services.handlers['imports.undo']({ importId }, []);
  return problems;
}

export async function draftsOf({ services, connection }: RunningApp): Promise<Draft[]> {
  return services.handlers['drafts.list']({ connectionId: connection.id }, []);
}

export async function batchesOf({ services, connection }: RunningApp): Promise<CallOutput<'batches.list'>> {
  return services.handlers['batches.list']({ connectionId: connection.id }, []);
}

/** A plan for the app's team, as the text of its file. */
export function planFor({ connection }: RunningApp, entries: readonly PlanEntry[]): string {
  const { serverUrl, teamId } = connection;
  return JSON.stringify({ ...examplePlan(), connection: { serverUrl, teamId }, entries });
}

/** An entry that changes fields of a release, whatever it says otherwise. */
export function entryOf({ productId, id }: Release, fields: PlanEntry['fields']): PlanEntry {
  return { productId, releaseId: id, base: null, fields, file: { kind: 'keep' } };
}

export const fileOf = (name: string, text: string): IncomingFile => ({ name, bytes: Buffer.from(text) });
