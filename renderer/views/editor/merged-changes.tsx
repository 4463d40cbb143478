import type { ReactElement } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { texts } from '../../texts/texts.ts';
import { shown } from '../../ui/visible-text.ts';
import editor from './editor.module.css';

/** What others changed meanwhile and was taken over. */
export function MergedChanges({ job }: { readonly job: Job }): ReactElement | null {
  if (job.merged.length === 0) return null;
  return (
    <div className={editor.hint}>
      {texts.job.merged}:
      <ul>
        {job.merged.map((sentence) => (
          <li key={sentence}>{shown(sentence)}</li>
        ))}
      </ul>
    </div>
  );
}
