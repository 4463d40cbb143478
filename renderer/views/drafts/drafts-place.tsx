import type { ReactElement } from 'react';
import { isActive } from '../../../electron/model/job-standing.ts';
import { useBatches } from '../../store/batches.ts';
import { useDrafts } from '../../store/drafts.ts';
import { useJobs } from '../../store/jobs.ts';
import { useNavigation } from '../../store/navigation.ts';
import { texts } from '../../texts/texts.ts';
import { BatchDetail } from '../batches/batch-detail.tsx';
import { BatchRun } from '../batches/batch-run.tsx';
import { Editor } from '../editor/editor.tsx';
import { TwoPanes } from '../shell/two-panes.tsx';
import { DraftList } from './draft-list.tsx';
import { NoDraft } from './no-draft.tsx';

/** Drafts and their batches, and what is chosen of them: a batch, or a draft in the editor. */
export function DraftsPlace(): ReactElement {
  const openId = useBatches((state) => state.openId);
  const batch = useBatches(({ batches }) => batches.find(({ id }) => id === openId));
  const isOnItsWay = useJobs(({ jobs }) => jobs.some((job) => job.batch?.id === openId && isActive(job)));
  const isOpen = useNavigation((state) => state.subjects.drafts !== null);
  const hasBatches = useBatches(({ batches, failure }) => batches.length > 0 || failure !== null);
  const hasNone = useDrafts(({ drafts, known, failure }) => known && failure === null && drafts.length === 0);
  const detail = (onBack: (() => void) | null) => {
    if (openId === null) return <Editor onBack={onBack} />;
    return batch === undefined || isOnItsWay ? (
      <BatchRun key={openId} batchId={openId} onBack={onBack} />
    ) : (
      <BatchDetail key={openId} batch={batch} onBack={onBack} />
    );
  };
  return (
    <TwoPanes
      listName={texts.places.drafts}
      list={<DraftList />}
      detailName={openId === null ? texts.releases.detail : texts.batches.detail}
      detail={isOpen || openId !== null ? detail : undefined}
      isEmpty={hasNone && !hasBatches}
      nothing={<NoDraft />}
    />
  );
}
