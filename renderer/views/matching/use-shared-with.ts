import { useShallow } from 'zustand/react/shallow';
import type { FileMatch } from '../../../electron/model/file-match.ts';
import { useFileMatching } from '../../store/file-matching.ts';
import { sharedWith } from '../../store/match-choices.ts';

/** The other files that are meant for the same release. */
export function useSharedWith(index: number): readonly FileMatch[] {
  return useFileMatching(useShallow((state) => sharedWith(state, index)));
}
