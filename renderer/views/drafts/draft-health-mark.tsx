import { type ReactElement, useEffect } from 'react';
import type { Draft } from '../../../electron/model/draft.ts';
import { isActive } from '../../../electron/model/job-standing.ts';
import { lookAt, useDraftHealth } from '../../store/draft-health.ts';
import { useJobs } from '../../store/jobs.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './drafts.module.css';

/** That a draft is on its way, cannot be published yet, or what should be known before: a shape and a word. */
export function DraftHealthMark({ draft }: { readonly draft: Draft }): ReactElement | null {
  const health = useDraftHealth((state) => state.byId.get(draft.id));
  const isQueued = useJobs(({ jobs }) => jobs.some((job) => job.draftId === draft.id && isActive(job)));
  useEffect(() => lookAt(draft), [draft]);
  if (isQueued) {
    return (
      <span className={cx(styles.health, styles.queued)}>
        <Icon name="queue" size={12} />
        {texts.drafts.inQueue}
      </span>
    );
  }
  if (health === undefined || health.problems + health.warnings === 0) return null;
  const isBad = health.problems > 0;
  return (
    <span className={cx(styles.health, isBad ? styles.bad : styles.warns)}>
      <Icon name={isBad ? 'problem' : 'warning'} size={12} />
      {isBad ? texts.drafts.problems(health.problems) : texts.drafts.warnings(health.warnings)}
    </span>
  );
}
