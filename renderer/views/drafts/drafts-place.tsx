import type { ReactElement } from 'react';
import { useBatches } from '../../store/batches.ts';
import { useNavigation } from '../../store/navigation.ts';
import { texts } from '../../texts/texts.ts';
import { BatchDetail } from '../batches/batch-detail.tsx';
import { Editor } from '../editor/editor.tsx';
import { TwoPanes } from '../shell/two-panes.tsx';
import { DraftList } from './draft-list.tsx';
import { NoDraft } from './no-draft.tsx';

/** Drafts and their batches, and what is chosen of them: a batch, or a draft in the editor. */
export function DraftsPlace(): ReactElement {
  const batch = useBatches(({ batches, openId }) => batches.find(({ id }) => id === openId));
  const isOpen = useNavigation((state) => state.subjects.drafts !== null);
  const detail = (onBack: (() => void) | null) =>
    batch === undefined ? (
      <Editor onBack={onBack} />
    ) : (
      <BatchDetail key={batch.id} batch={batch} onBack={onBack} />
    );
  return (
    <TwoPanes
      listName={texts.places.drafts}
      list={<DraftList />}
      detailName={batch === undefined ? texts.releases.detail : texts.batches.detail}
      detail={isOpen || batch !== undefined ? detail : undefined}
      nothing={<NoDraft />}
    />
  );
}
