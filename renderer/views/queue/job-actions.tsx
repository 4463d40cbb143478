import type { ReactElement } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { isActive, isStuck } from '../../../electron/model/job-standing.ts';
import { count } from '../../format.ts';
import { useDrafts } from '../../store/drafts.ts';
import { canPause, canRetry, canStop } from '../../store/job-progress.ts';
import { cancelJob, dismissJob, pauseJob, resumeJob, retryJob, useJobs } from '../../store/jobs.ts';
import { canMove, moveJob, placeInLine } from '../../store/queue-actions.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { keepFocus } from '../../ui/keep-focus.ts';
import { ListFoot } from '../../ui/list-foot.tsx';
import { focusPaneNamed } from '../../ui/panes.ts';
import { shown } from '../../ui/visible-text.ts';

/** What can be done with the chosen job where it stands. */
export function JobActions({ job }: { readonly job: Job | undefined }): ReactElement {
  const hasDraft = useDrafts(({ drafts }) => drafts.some(({ id }) => id === job?.draftId));
  if (job === undefined) return <ChooseHint />;
  const { state } = job;
  const words = texts.job;
  const version = shown(job.version);
  const { place, of } = placeInLine(job);
  // The button that did it is often gone afterwards.
  const act = (run: (jobId: string) => Promise<void>) => () => {
    void run(job.id).then(() => keepFocus(() => focusPaneNamed('list')));
  };

  return (
    <ListFoot
      words={isActive(job) ? texts.queue.place(count(place), count(of)) : version}
      label={texts.queue.actions(version)}
    >
      {isActive(job) && (
        <>
          <IconButton
            icon="up"
            label={texts.queue.moveUp(version)}
            isDisabled={!canMove(job, 'earlier')}
            onPress={() => void moveJob(job, 'earlier')}
          />
          <IconButton
            icon="down"
            label={texts.queue.moveDown(version)}
            isDisabled={!canMove(job, 'later')}
            onPress={() => void moveJob(job, 'later')}
          />
        </>
      )}
      {canRetry(state, hasDraft) && <Button onPress={act(retryJob)}>{words.retry}</Button>}
      {canPause(state) && <Button onPress={act(pauseJob)}>{words.pause}</Button>}
      {state.at === 'paused' && <Button onPress={act(resumeJob)}>{words.resume}</Button>}
      {canStop(state) && <Button onPress={act(cancelJob)}>{words.cancel}</Button>}
      {!isActive(job) && state.at !== 'conflict' && (
        <Button onPress={act(dismissJob)}>{words.dismiss}</Button>
      )}
    </ListFoot>
  );
}

/** What a job can be chosen for, of those that are there. */
function ChooseHint(): ReactElement {
  const what = useJobs(({ jobs }) =>
    jobs.some(isActive) ? 'active' : jobs.some(isStuck) ? 'stuck' : 'over',
  );
  return <ListFoot words={texts.queue.chooseHint[what]} />;
}
