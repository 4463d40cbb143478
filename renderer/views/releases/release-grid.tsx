import { type ReactElement, useMemo, useState } from 'react';
import { changeReleases } from '../../store/change-many.ts';
import { sortBy, useSort } from '../../store/list-view.ts';
import { markReleases } from '../../store/marked-releases.ts';
import { open, useNavigation } from '../../store/navigation.ts';
import type { ReleaseEntry, SortColumn } from '../../store/release-order.ts';
import { useReleases } from '../../store/releases.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import type { Column } from '../../ui/grid/column-header.tsx';
import { VirtualGrid } from '../../ui/grid/virtual-grid.tsx';
import { focusPaneNamed } from '../../ui/panes.ts';
import { useOffer } from '../../ui/use-offer.ts';
import { ColumnMenu } from './column-menu.tsx';
import { subjectOf } from './entry-subject.ts';
import { ReleaseColumnEdge } from './release-column-edge.tsx';
import { useVisibleColumns } from './release-columns.tsx';
import { ReleaseRow } from './release-row.tsx';
import styles from './releases.module.css';

type Props = {
  readonly entries: readonly ReleaseEntry[];
  /** Those of them that are chosen to be changed together. */
  readonly chosen: readonly ReleaseEntry[];
};

/**
 * The releases as a table: arrows and clicks show one, Enter goes into it; boxes choose several.
 */
export function ReleaseGrid({ entries, chosen }: Props): ReactElement {
  const selected = useNavigation(
    ({ subjects: { releases } }) => releases?.releaseId ?? releases?.draftId ?? null,
  );
  const sort = useSort();
  const refreshing = useReleases((state) => state.refreshing);
  const visible = useVisibleColumns();
  const columns = useMemo(
    () =>
      visible.map(
        (id, index): Column<SortColumn> => ({
          id,
          title: texts.releases.columns[id],
          ...(index < visible.length - 1 && {
            edge: (isTabStop) => <ReleaseColumnEdge column={id} isTabStop={isTabStop} />,
          }),
        }),
      ),
    [visible],
  );
  const [isMenuOpen, setMenuOpen] = useState(false);
  const marked = useMemo(() => new Set(chosen.map(releaseId)), [chosen]);
  useOffer('select-all', () => markReleases(new Set(entries.map(releaseId))));
  useOffer('change-many', chosen.length === 0 ? null : () => changeReleases(chosen));

  return (
    <VirtualGrid
      label={texts.releases.list}
      items={entries}
      keyOf={releaseId}
      textOf={version}
      columns={columns}
      layout={cx(styles.columns)}
      Row={ReleaseRow}
      selectedKey={selected}
      onSelect={(entry) => open('releases', subjectOf(entry), false)}
      onPick={(entry) => open('releases', subjectOf(entry), true)}
      onOpen={(entry) => {
        open('releases', subjectOf(entry), true);
        requestAnimationFrame(() => focusPaneNamed('detail'));
      }}
      sort={sort}
      onSort={sortBy}
      isBusy={refreshing}
      marks={{ keys: marked, onChange: markReleases, allLabel: texts.bulk.chooseAll }}
      headEnd={<ColumnMenu isOpen={isMenuOpen} onOpenChange={setMenuOpen} />}
      onHeadMenu={() => setMenuOpen(true)}
    />
  );
}

function releaseId({ release }: ReleaseEntry): string {
  return release.id;
}

function version({ release }: ReleaseEntry): string {
  return release.version;
}
