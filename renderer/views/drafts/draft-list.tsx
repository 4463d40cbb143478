import { type ReactElement, useMemo } from 'react';
import type { Draft } from '../../../electron/model/draft.ts';
import { closeBatch } from '../../store/batches.ts';
import { useDrafts } from '../../store/drafts.ts';
import { markDrafts, useMarkedDrafts } from '../../store/marked-drafts.ts';
import { go, open, type Subject, useNavigation } from '../../store/navigation.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Column } from '../../ui/grid/column-header.tsx';
import { SkeletonRows } from '../../ui/grid/skeleton-rows.tsx';
import { VirtualGrid } from '../../ui/grid/virtual-grid.tsx';
import { ListHead } from '../../ui/list-head.tsx';
import { focusPaneNamed } from '../../ui/panes.ts';
import { BatchList } from '../batches/batch-list.tsx';
import { ImportPlan } from '../batches/import-plan.tsx';
import { DraftActions } from './draft-actions.tsx';
import { DraftRow } from './draft-row.tsx';
import styles from './drafts.module.css';

type ColumnName = 'release' | 'product' | 'changes' | 'saved';

const columns: readonly Column<ColumnName>[] = [
  { id: 'release', title: texts.drafts.columns.release },
  { id: 'product', title: texts.drafts.columns.product, className: styles.productColumn },
  { id: 'changes', title: texts.drafts.columns.changes },
  { id: 'saved', title: texts.drafts.columns.saved },
];

/** The batches, and every unpublished change of the team with what it changes. */
export function DraftList(): ReactElement {
  const { drafts, known } = useDrafts();
  const selected = useNavigation((state) => state.subjects.drafts);
  const current = drafts.find(
    ({ id, releaseId }) =>
      selected !== null &&
      (selected.releaseId === null ? id === selected.draftId : releaseId === selected.releaseId),
  );
  const marked = useMarkedDrafts((state) => state.ids);
  const chosen = useMemo(() => {
    const there = drafts.filter(({ id }) => marked.has(id)).map(({ id }) => id);
    return new Set(there.length === 0 && current !== undefined ? [current.id] : there);
  }, [drafts, marked, current]);

  return (
    <>
      <ListHead title={texts.drafts.title}>
        <ImportPlan />
      </ListHead>
      <BatchList />
      {!known && (
        <SkeletonRows
          label={texts.releases.reading}
          layout={cx(styles.columns)}
          columns={columns.map(({ id, className }) => ({ id, className, width: '70%' }))}
        />
      )}
      {known && drafts.length === 0 && (
        <EmptyState icon="drafts" title={texts.drafts.none} text={texts.drafts.noneText}>
          <Button onPress={() => go('releases')}>{texts.drafts.toReleases}</Button>
        </EmptyState>
      )}
      {drafts.length > 0 && (
        <>
          <div className={styles.frame}>
            <VirtualGrid
              label={texts.drafts.title}
              items={drafts}
              keyOf={({ id }) => id}
              textOf={({ base, fields }) => base?.version ?? fields.version}
              columns={columns}
              layout={cx(styles.columns)}
              Row={DraftRow}
              selectedKey={current?.id ?? null}
              onSelect={(draft) => openDraft(draft, false)}
              onPick={(draft) => openDraft(draft, true)}
              onOpen={(draft) => {
                openDraft(draft, true);
                requestAnimationFrame(() => focusPaneNamed('detail'));
              }}
              marks={{ keys: chosen, onChange: markDrafts }}
            />
          </div>
          <DraftActions chosen={chosen} of={drafts.length} />
        </>
      )}
    </>
  );
}

export function openDraft(draft: Draft, inFront: boolean): void {
  closeBatch();
  open('drafts', subjectOf(draft), inFront);
}

function subjectOf({ id, connectionId, productId, releaseId }: Draft): Subject {
  return { connectionId, productId, releaseId, draftId: releaseId === null ? id : null };
}
