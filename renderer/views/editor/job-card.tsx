import type { ReactElement } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { clock } from '../../format.ts';
import { useEditor } from '../../store/editor.ts';
import { restoreLostFile } from '../../store/editor-actions.ts';
import { canCancel, isUnderWay, progressOf } from '../../store/job-progress.ts';
import { cancelJob, dismissJob, retryJob } from '../../store/jobs.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Copyable } from '../../ui/copyable.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import { jobWords } from '../queue/job-words.ts';
import editor from './editor.module.css';
import styles from './job-card.module.css';

/** How publishing what is open stands: its phase in words, its end, and what can be done. */
export function JobCard({ job }: { readonly job: Job }): ReactElement | null {
  const now = useNow();
  const { state } = job;
  const words = texts.job;
  const dismiss = (
    <Button kind="quiet" onPress={() => void dismissJob(job.id)}>
      {words.dismiss}
    </Button>
  );

  if (isUnderWay(state)) {
    return (
      <section
        aria-label={words.progress(shown(job.version))}
        className={editor.card}
        tabIndex={-1}
        data-job=""
      >
        <div className={styles.line}>
          <strong className={styles.words}>{jobWords(job, now)}</strong>
          {canCancel(state) && <Button onPress={() => void cancelJob(job.id)}>{words.cancel}</Button>}
        </div>
        <ProgressBar
          label={words.progress(shown(job.version))}
          share={progressOf(state)}
          words={jobWords(job, now)}
          tone={state.at === 'waiting' ? 'muted' : 'accent'}
        />
        <MergedChanges job={job} />
      </section>
    );
  }
  switch (state.at) {
    case 'verified':
      return (
        <Banner tone="success" actions={dismiss}>
          <strong>{words.verified(clock(state.finishedAt, now))}</strong>
          <VerifiedFacts hasFile={job.fileName !== null} />
          <MergedChanges job={job} />
        </Banner>
      );
    case 'failed':
      return (
        <Banner
          tone="danger"
          actions={
            <>
              {job.lostFile?.inVault === true && (
                <Button onPress={() => void restoreLostFile(job.id)}>{words.putBack}</Button>
              )}
              {(state.failure.retry === 'now' || state.failure.retry === 'later') && (
                <Button onPress={() => void retryJob(job.id)}>{words.retry}</Button>
              )}
              {dismiss}
            </>
          }
        >
          <FailureText failure={state.failure} />
          <LostFile job={job} />
        </Banner>
      );
    case 'blocked':
      return (
        <Banner
          tone="warning"
          actions={
            <>
              <Button onPress={() => void retryJob(job.id)}>{words.retry}</Button>
              {dismiss}
            </>
          }
        >
          <strong>{words.blocked}</strong>
          <ul>
            {state.findings.map(({ rule, part, message }) => (
              <li key={`${rule} ${part} ${message}`}>{shown(message)}</li>
            ))}
          </ul>
        </Banner>
      );
    case 'paused':
      return (
        <Banner tone="info" actions={<Button onPress={() => void retryJob(job.id)}>{words.retry}</Button>}>
          <strong>{words.paused}</strong>
        </Banner>
      );
    case 'cancelled':
      return (
        <Banner tone="info" actions={dismiss}>
          <strong>{words.cancelled}.</strong> {words.cancelledText}
        </Banner>
      );
    default:
      return null;
  }
}

/** What was compared, and the checksum that proves it. */
function VerifiedFacts({ hasFile }: { readonly hasFile: boolean }): ReactElement {
  const checksum = useEditor((state) => state.release?.file?.checksum ?? null);
  return (
    <>
      <p>{hasFile ? texts.job.verifiedText : texts.job.verifiedFields}</p>
      {checksum !== null && (
        <p className={styles.checksum}>
          {texts.job.checksum} <Copyable what={texts.job.checksum} value={checksum} />
        </p>
      )}
    </>
  );
}

/** What others changed meanwhile and was taken over. */
function MergedChanges({ job }: { readonly job: Job }): ReactElement | null {
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

/** That the refused update has cost the old file, and whether it can be had back. */
function LostFile({ job }: { readonly job: Job }): ReactElement | null {
  if (job.lostFile === null) return null;
  const { name, inVault } = job.lostFile;
  return (
    <p className={styles.lost}>
      {inVault ? texts.job.lostInVault(shown(name)) : texts.job.lost(shown(name))}
    </p>
  );
}
