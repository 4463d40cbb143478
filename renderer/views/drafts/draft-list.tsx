import { type ReactElement, useMemo } from 'react';
import { useBatches } from '../../store/batches.ts';
import { changeDrafts } from '../../store/change-many.ts';
import { openDraftsAndBatches } from '../../store/draft-actions.ts';
import { searchDrafts, useDraftView } from '../../store/draft-view.ts';
import { useDrafts } from '../../store/drafts.ts';
import { markDrafts, useMarkedDrafts } from '../../store/marked-drafts.ts';
import { go, useNavigation } from '../../store/navigation.ts';
import { useProducts } from '../../store/products.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { SizedList } from '../../ui/grid/sized-columns.ts';
import { SkeletonRows } from '../../ui/grid/skeleton-rows.tsx';
import { useSizedColumns } from '../../ui/grid/use-sized-columns.tsx';
import { VirtualGrid } from '../../ui/grid/virtual-grid.tsx';
import { ListFailure } from '../../ui/list-failure.tsx';
import { ListHead } from '../../ui/list-head.tsx';
import { ListSearch } from '../../ui/list-search.tsx';
import { focusPaneNamed } from '../../ui/panes.ts';
import { useOffer } from '../../ui/use-offer.ts';
import { BatchList } from '../batches/batch-list.tsx';
import { ImportButton } from '../imports/import-button.tsx';
import { ImportDropArea } from '../imports/import-drop-area.tsx';
import { DraftActions } from './draft-actions.tsx';
import { DraftRow } from './draft-row.tsx';
import styles from './drafts.module.css';
import { ExportDrafts } from './export-drafts.tsx';
import { matchingDrafts } from './matching-drafts.ts';
import { openDraft } from './open-draft.ts';

type ColumnName = 'release' | 'product' | 'changes' | 'batch' | 'saved';

const list: SizedList<ColumnName> = {
  setting: 'draft-columns',
  columns: [
    { id: 'release', title: texts.drafts.columns.release, least: 72 },
    { id: 'product', title: texts.drafts.columns.product, className: styles.productColumn, least: 56 },
    { id: 'changes', title: texts.drafts.columns.changes, least: 96 },
    { id: 'batch', title: texts.drafts.columns.batch, className: styles.batchColumn, least: 48 },
    { id: 'saved', title: texts.drafts.columns.saved, className: styles.savedColumn, least: 60 },
  ],
  growing: 'changes',
};

/** The batches, and every unpublished change of the team with what it changes, its findings and its batch. */
export function DraftList(): ReactElement {
  const { connectionId, drafts, known, failure } = useDrafts();
  const batchesFailure = useBatches((state) => state.failure);
  const text = useDraftView((state) => state.text);
  const products = useProducts((state) => state.products);
  const batchOf = useBatches((state) => state.ofDraft);
  const selected = useNavigation((state) => state.subjects.drafts);
  const marked = useMarkedDrafts((state) => state.ids);
  const { columns, style } = useSizedColumns(list);
  const productNames = useMemo(() => new Map(products.map(({ id, name }) => [id, name])), [products]);
  const visible = useMemo(
    () =>
      matchingDrafts(drafts, text, {
        product: (id) => productNames.get(id) ?? id,
        batch: (id) => batchOf.get(id)?.name ?? '',
      }),
    [drafts, text, productNames, batchOf],
  );
  const current = visible.find(
    ({ id, releaseId }) =>
      selected !== null &&
      (selected.releaseId === null ? id === selected.draftId : releaseId === selected.releaseId),
  );
  // What is not in sight is not done anything with.
  const chosen = useMemo(
    () => new Set(visible.flatMap(({ id }) => (marked.has(id) ? [id] : []))),
    [visible, marked],
  );
  const isReading = !known && failure === null && drafts.length === 0;
  useOffer(
    'select-all',
    visible.length === 0 ? null : () => markDrafts(new Set(visible.map(({ id }) => id))),
  );
  useOffer(
    'change-many',
    chosen.size === 0 ? null : () => changeDrafts(visible.filter(({ id }) => chosen.has(id))),
  );

  return (
    <>
      <ListHead title={texts.drafts.title}>
        <ImportButton />
        {drafts.length > 0 && (
          <ExportDrafts drafts={visible.filter(({ id }) => chosen.size === 0 || chosen.has(id))} />
        )}
      </ListHead>
      <ImportDropArea>
        <ListFailure failure={failure ?? batchesFailure} onRetry={() => openDraftsAndBatches(connectionId)} />
        <BatchList />
        {(isReading || drafts.length > 0) && (
          <ListSearch
            className={styles.search}
            label={texts.drafts.search}
            value={text}
            onChange={searchDrafts}
          />
        )}
        {isReading && (
          <>
            <div className={styles.frame} style={style}>
              <SkeletonRows
                label={texts.drafts.loading}
                layout={cx(styles.columns)}
                hasMarks
                columns={columns}
              />
            </div>
            <DraftActions chosen={chosen} inSight={visible} />
          </>
        )}
        {known && failure === null && drafts.length === 0 && (
          <EmptyState icon="drafts" title={texts.drafts.none} text={texts.drafts.noneText}>
            <Button onPress={() => go('releases')}>{texts.drafts.toReleases}</Button>
          </EmptyState>
        )}
        {drafts.length > 0 && visible.length === 0 && (
          <EmptyState icon="search" title={texts.drafts.noMatch} text={texts.drafts.noMatchText}>
            <Button onPress={() => searchDrafts('')}>{texts.drafts.showAll}</Button>
          </EmptyState>
        )}
        {visible.length > 0 && (
          <>
            <div className={styles.frame} style={style}>
              <VirtualGrid
                label={texts.drafts.title}
                items={visible}
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
                marks={{ keys: chosen, onChange: markDrafts, allLabel: texts.drafts.chooseAll }}
              />
            </div>
            <DraftActions chosen={chosen} inSight={visible} />
          </>
        )}
      </ImportDropArea>
    </>
  );
}
