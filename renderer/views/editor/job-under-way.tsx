import type { ReactElement } from 'react';
import type { Job, JobState } from '../../../electron/model/job.ts';
import { progressOf } from '../../../electron/model/job-standing.ts';
import { canCancel } from '../../store/job-progress.ts';
import { cancelJob, pauseJob } from '../../store/jobs.ts';
import { editTeam } from '../../store/navigation.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import { jobWords } from '../queue/job-words.ts';
import editor from './editor.module.css';
import styles from './job-card.module.css';
import { LostFile } from './lost-file.tsx';
import { MergedChanges } from './merged-changes.tsx';

/** A job on its way: its phase in words and as a bar, why it waits, and the ways to stop it. */
export function JobUnderWay({ job }: { readonly job: Job }): ReactElement {
  const standing = useNow((now) => jobWords(job, now));
  const { state, attempts } = job;
  const words = texts.job;
  const name = words.progress(shown(job.version));
  const cause = causeOf(state);

  return (
    <section aria-label={name} className={editor.card} tabIndex={-1} data-job={job.id}>
      <div className={styles.line}>
        <strong className={styles.words}>{standing}</strong>
        {attempts > 1 && <span className={editor.hint}>{words.attempts(attempts)}</span>}
        {state.at === 'waiting' && state.reason === 'key' && (
          <Button onPress={() => editTeam(job.connectionId)}>{words.enterKey}</Button>
        )}
        {state.at === 'waiting' && (
          <Button kind="quiet" onPress={() => void pauseJob(job.id)}>
            {words.pause}
          </Button>
        )}
        {canCancel(state) && <Button onPress={() => void cancelJob(job.id)}>{words.cancel}</Button>}
      </div>
      <ProgressBar
        label={name}
        share={progressOf(state)}
        words={standing}
        tone={state.at === 'waiting' ? 'muted' : 'accent'}
      />
      {cause !== null && (
        <FailureText failure={cause} isCaredFor={state.at === 'waiting' && state.reason === 'backoff'} />
      )}
      <LostFile job={job} />
      <MergedChanges job={job} />
    </section>
  );
}

/** What it waits because of, or what is not known yet. */
function causeOf(state: JobState) {
  if ('because' in state && state.because !== null) return state.because;
  return state.at === 'unknown' ? state.failure : null;
}
