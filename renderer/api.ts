import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
  FileCallName,
  PageApi,
} from '../electron/contract.ts';
import type { Failure, Result } from '../electron/model/failure.ts';
import { texts } from './texts/texts.ts';

declare global {
  interface Window {
    readonly lukittu: PageApi;
  }
}

type PlainCallName = Exclude<CallName, FileCallName>;
type PlainCalls = { [N in PlainCallName]: (input: CallInput<N>) => Promise<Result<CallOutput<N>>> };

/** Makes a call of the contract. Never rejects: what the bridge itself throws becomes a failure too. */
export async function call<N extends PlainCallName>(
  name: N,
  input: CallInput<N>,
): Promise<Result<CallOutput<N>>> {
  const calls: PlainCalls = window.lukittu;
  try {
    return await calls[name](input);
  } catch (error) {
    return { ok: false, failure: bridgeFailure(error) };
  }
}

/** Hands a dropped, chosen or pasted file over to become the draft's artifact. Never rejects. */
export async function attachFile(draftId: string, file: File): Promise<Result<CallOutput<'drafts.attach'>>> {
  try {
    return await window.lukittu['drafts.attach']({ draftId }, [file]);
  } catch (error) {
    return { ok: false, failure: bridgeFailure(error) };
  }
}

/** A file that was dropped or chosen, or a plan that the system has opened with the app. */
export type ImportFile = File | { readonly planId: string; readonly name: string };

/** Hands a plan or CSV file over to be looked at and made into drafts. Never rejects. */
export async function beginImport(
  connectionId: string,
  file: ImportFile,
): Promise<Result<CallOutput<'imports.begin'>>> {
  if (!(file instanceof File)) return call('imports.beginOpened', { connectionId, planId: file.planId });
  try {
    return await window.lukittu['imports.begin']({ connectionId }, [file]);
  } catch (error) {
    return { ok: false, failure: bridgeFailure(error) };
  }
}

/** Hands files and folders over to be matched to releases. Never rejects. */
export async function beginMatching(
  input: CallInput<'matching.begin'>,
  files: readonly File[],
): Promise<Result<CallOutput<'matching.begin'>>> {
  try {
    return await window.lukittu['matching.begin'](input, files);
  } catch (error) {
    return { ok: false, failure: bridgeFailure(error) };
  }
}

/** Hears an event until the returned function is called. */
export function listen<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return window.lukittu.on(name, listener);
}

function bridgeFailure(error: unknown): Failure {
  return {
    kind: 'internal',
    message: texts.common.bridgeFailed,
    remedy: texts.common.bridgeRemedy,
    applied: 'maybe',
    oldFile: 'maybe-lost',
    retry: 'now',
    status: null,
    details: error instanceof Error ? error.message : String(error),
    fields: [],
  };
}
