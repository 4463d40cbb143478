import type { Failure, FailureKind } from '../model/failure.ts';
import type { Log } from './log.ts';

/** What goes its ordinary way: somebody broke something off, or corrects what was typed. */
const ordinary: ReadonlySet<FailureKind> = new Set(['cancelled', 'invalid-input']);

/** Writes down that a call of the window failed; as a warning, so that diagnostics show it, where something is wrong. */
export const failedCallIn =
  (log: Pick<Log, 'info' | 'warn'>) =>
  (call: string, { kind, status }: Pick<Failure, 'kind' | 'status'>): void =>
    log[ordinary.has(kind) ? 'info' : 'warn']('call', { call, failure: kind, status });
