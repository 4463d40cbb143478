import type { ReactElement } from 'react';
import { newRelease } from '../../store/editor-actions.ts';
import { clearFilter } from '../../store/list-view.ts';
import type { ReleaseEntry } from '../../store/release-order.ts';
import { useReleases } from '../../store/releases.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NoReleases } from './no-releases.tsx';
import { ReleaseColumns } from './release-columns.tsx';
import { ReleaseGrid } from './release-grid.tsx';
import { ReleaseSkeleton } from './release-skeleton.tsx';

type Props = {
  readonly entries: readonly ReleaseEntry[];
  readonly chosen: readonly ReleaseEntry[];
};

/** The list in whichever state it is: on its way, empty, without a match, or there. */
export function ReleaseContent({ entries, chosen }: Props): ReactElement | null {
  const { known, refreshing, failure, entries: all } = useReleases();

  if (entries.length > 0) {
    return (
      <ReleaseColumns entries={all}>
        <ReleaseGrid entries={entries} chosen={chosen} />
      </ReleaseColumns>
    );
  }
  if (all.length > 0) {
    return (
      <EmptyState icon="search" title={texts.releases.noMatch} text={texts.releases.noMatchText}>
        <Button onPress={clearFilter}>{texts.releases.clearFilter}</Button>
      </EmptyState>
    );
  }
  if (failure !== null && !refreshing) return <NoReleases failure={failure} />;
  if (!known || refreshing) {
    return (
      <ReleaseColumns entries={all}>
        <ReleaseSkeleton />
      </ReleaseColumns>
    );
  }
  return (
    <EmptyState icon="releases" title={texts.releases.none} text={texts.releases.noneText}>
      <Button kind="primary" icon="plus" onPress={() => void newRelease()}>
        {texts.releases.newRelease}
      </Button>
    </EmptyState>
  );
}
