import type { ReactElement } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { texts } from '../../texts/texts.ts';
import { shown } from '../../ui/visible-text.ts';
import styles from './job-card.module.css';

/** That the refused update has cost the old file, and whether it can be had back. */
export function LostFile({ job }: { readonly job: Job }): ReactElement | null {
  if (job.lostFile === null) return null;
  const { name, inVault } = job.lostFile;
  return (
    <p className={styles.lost}>
      {inVault ? texts.job.lostInVault(shown(name)) : texts.job.lost(shown(name))}
    </p>
  );
}
