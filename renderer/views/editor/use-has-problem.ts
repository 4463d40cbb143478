import type { DraftPart } from '../../../electron/model/draft.ts';
import { useFindings } from './use-findings.ts';

/** Whether something about a part keeps the draft from being sent. */
export function useHasProblem(part: DraftPart): boolean {
  return useFindings().some((finding) => finding.part === part && finding.severity === 'blocks');
}
