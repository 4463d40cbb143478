import type { ReactElement } from 'react';
import { texts } from '../../texts/texts.ts';
import { BranchField } from './branch-field.tsx';
import { ChangesSummary } from './changes-summary.tsx';
import styles from './editor.module.css';
import { FileSection } from './file-section.tsx';
import { JobCard } from './job-card.tsx';
import { LatestField } from './latest-field.tsx';
import { LicensesField } from './licenses-field.tsx';
import { MetadataField } from './metadata-field.tsx';
import { PartFindings } from './part-findings.tsx';
import { StatusField } from './status-field.tsx';
import { useEditorJob, useIsLocked } from './use-editor-job.ts';
import { VersionField } from './version-field.tsx';

/** What changes, the file and the eight fields of an update. */
export function EditorForm(): ReactElement {
  const job = useEditorJob();
  const isLocked = useIsLocked();
  return (
    <div className={styles.form}>
      {job !== null && <JobCard job={job} />}
      <ChangesSummary />
      <PartFindings part="release" />
      <FileSection isLocked={isLocked} />
      <section aria-labelledby="editor-fields" className={styles.section}>
        <h3 id="editor-fields" className={styles.sectionTitle}>
          {texts.editor.fields}
        </h3>
        {isLocked && (
          <p className={styles.hint}>
            {job?.state.at === 'waiting' ? texts.editor.lockedWaiting : texts.editor.locked}
          </p>
        )}
        <VersionField isLocked={isLocked} />
        <StatusField isLocked={isLocked} />
        <LatestField isLocked={isLocked} />
        <BranchField isLocked={isLocked} />
        <MetadataField isLocked={isLocked} />
        <LicensesField isLocked={isLocked} />
      </section>
    </div>
  );
}
