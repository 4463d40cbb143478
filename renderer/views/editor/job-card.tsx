import type { ReactElement } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { isUnderWay } from '../../../electron/model/job-standing.ts';
import { clock } from '../../format.ts';
import { restoreLostFile } from '../../store/editor-actions.ts';
import { dismissJob, resumeJob, retryJob } from '../../store/jobs.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import { findingKey } from './finding-look.ts';
import { JobUnderWay } from './job-under-way.tsx';
import { LostFile } from './lost-file.tsx';
import { MergedChanges } from './merged-changes.tsx';
import { VerifiedFacts } from './verified-facts.tsx';

/** How publishing what is open stands: its phase in words, its end, and what can be done. */
export function JobCard({ job }: { readonly job: Job }): ReactElement | null {
  const { state } = job;
  const verifiedAt = useNow((now) => (state.at === 'verified' ? clock(state.finishedAt, now) : ''));
  const words = texts.job;
  const dismiss = (
    <Button kind="quiet" onPress={() => void dismissJob(job.id)}>
      {words.dismiss}
    </Button>
  );

  const putBack = job.lostFile?.inVault === true && (
    <Button onPress={() => void restoreLostFile(job.id)}>{words.putBack}</Button>
  );

  if (isUnderWay(state)) return <JobUnderWay job={job} />;
  switch (state.at) {
    case 'verified':
      return (
        <Banner tone="success" actions={dismiss}>
          <strong>{words.verified(verifiedAt)}</strong>
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
              {putBack}
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
              {putBack}
              <Button onPress={() => void retryJob(job.id)}>{words.retry}</Button>
              {dismiss}
            </>
          }
        >
          <strong>{words.blocked}</strong>
          <ul>
            {state.findings.map((finding) => (
              <li key={findingKey(finding)}>{shown(finding.message)}</li>
            ))}
          </ul>
          <LostFile job={job} />
        </Banner>
      );
    case 'paused':
      return (
        <Banner tone="info" actions={<Button onPress={() => void resumeJob(job.id)}>{words.resume}</Button>}>
          <strong>{words.paused}.</strong> {words.pausedText}
          <LostFile job={job} />
        </Banner>
      );
    case 'cancelled':
      return (
        <Banner
          tone={job.lostFile === null ? 'info' : 'warning'}
          actions={
            <>
              {putBack}
              {dismiss}
            </>
          }
        >
          <strong>{words.cancelled}.</strong>{' '}
          {job.lostFile === null ? words.cancelledText : words.cancelledLate}
          <LostFile job={job} />
        </Banner>
      );
    default:
      return null;
  }
}
