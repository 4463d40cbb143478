import type { Failure } from '../../electron/model/failure.ts';
import { call } from '../api.ts';
import { texts } from '../texts/texts.ts';
import { notify, notifyFailure } from './notices.ts';

/** Puts what helps others to find out what is wrong on the clipboard. Null when it is there, otherwise why not. */
export async function copyDiagnostics(): Promise<Pick<Failure, 'message' | 'remedy'> | null> {
  const answer = await call('app.diagnostics', {});
  if (!answer.ok) return answer.failure;
  try {
    await navigator.clipboard.writeText(answer.value.text);
    return null;
  } catch {
    // The system lets only a window that has the focus write there.
    return { message: texts.crash.notCopied, remedy: texts.crash.notCopiedRemedy };
  }
}

/** The same, and says what came of it. */
export async function copyDiagnosticsAndSay(): Promise<void> {
  const failure = await copyDiagnostics();
  if (failure === null)
    notify({ tone: 'success', message: texts.crash.copiedAll, detail: texts.crash.copiedDetail });
  else notify({ tone: 'danger', message: failure.message, detail: failure.remedy });
}

export async function showLogs(): Promise<void> {
  const answer = await call('app.showLogs', {});
  if (!answer.ok) notifyFailure(answer.failure);
}
