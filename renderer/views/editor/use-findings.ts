import { useMemo } from 'react';
import type { Finding } from '../../../electron/model/draft.ts';
import { isJustBegun, useEditor } from '../../store/editor.ts';

/** The findings worth saying now. */
export function useFindings(): readonly Finding[] {
  const findings = useEditor((state) => state.findings);
  const isNew = useEditor(isJustBegun);
  return useMemo(
    () => (isNew ? findings.filter(({ part }) => part !== 'version') : findings),
    [findings, isNew],
  );
}
