import { call } from '../api.ts';
import { saveAsFile } from '../ui/save-as-file.ts';
import { notifyFailure } from './notices.ts';

/** Saves a batch as a plan file. */
export async function exportPlan(batchId: string): Promise<void> {
  const answer = await call('plans.export', { batchId });
  if (answer.ok) saveAsFile(answer.value.name, answer.value.text);
  else notifyFailure(answer.failure);
}
