import type { DraftPart } from '../../../electron/model/draft.ts';
import { useEditor } from '../../store/editor.ts';

/** Whether something about a part keeps the draft from being sent. */
export function useHasProblem(part: DraftPart): boolean {
  return useEditor((state) =>
    state.findings.some((finding) => finding.part === part && finding.severity === 'blocks'),
  );
}
