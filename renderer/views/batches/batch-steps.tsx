import { type KeyboardEvent, memo, startTransition, useEffect, useMemo, useState } from 'react';
import { DropIndicator, GridList, ListLayout, useDragAndDrop, Virtualizer } from 'react-aria-components';
import { useShallow } from 'zustand/react/shallow';
import type { Batch } from '../../../electron/model/batch.ts';
import { reorder, takeOut } from '../../store/batch-changes.ts';
import { useBatches } from '../../store/batches.ts';
import { useDrafts } from '../../store/drafts.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { focusPaneNamed } from '../../ui/panes.ts';
import { openDraft } from '../drafts/open-draft.ts';
import detail from './batch-detail.module.css';
import { type BatchRow, batchRows } from './batch-rows.ts';
import { BatchStepRow } from './batch-step-row.tsx';
import styles from './batch-steps.module.css';
import { placed, stepped } from './moved-order.ts';

/** Pixels, of a row with one line of findings: what the scrollbar goes by until the rows are seen. */
const usualHeight = 40;
/** More than fit in a window: those of a long batch that come first. Even out of sight, each costs the list half a ms. */
const firstRows = 50;

type Props = { readonly batch: Batch };

/**
 * The drafts of a batch in the order in which they are published: chosen, moved and taken out one or several at once.
 * What happens to other drafts and batches draws nothing of it.
 */
export const BatchSteps = memo(function BatchSteps({ batch }: Props) {
  const ids = useMemo(() => new Set(batch.draftIds), [batch]);
  const drafts = useDrafts(useShallow((state) => state.drafts.filter(({ id }) => ids.has(id))));
  const review = useBatches((state) => state.review);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => batchRows(batch, drafts, review), [batch, drafts, review]);
  const [isWhole, setWhole] = useState(rows.length <= firstRows);
  const listed = useMemo(() => (isWhole ? rows : rows.slice(0, firstRows)), [isWhole, rows]);
  useEffect(() => {
    if (!isWhole) startTransition(() => setWhole(true));
  }, [isWhole]);
  const nameOf = (id: string): string => rows.find((row) => row.id === id)?.version ?? '';
  const move = (order: readonly string[], moved: ReadonlySet<string>) => {
    const first = order.find((id) => moved.has(id));
    if (first !== undefined) void reorder(batch, order, { id: first, version: nameOf(first) });
  };

  const { dragAndDropHooks } = useDragAndDrop<BatchRow>({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': nameOf(String(key)) })),
    onReorder: ({ keys, target: { key, dropPosition } }) => {
      const moved = new Set([...keys].map(String));
      const where = dropPosition === 'after' ? 'after' : 'before';
      move(placed(batch.draftIds, moved, { id: String(key), where }), moved);
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={cx(styles.indicator)} />,
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const focused = rowUnder(event.target);
    if (focused === null) return;
    const moved = chosen.has(focused) ? chosen : new Set([focused]);
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      move(stepped(batch.draftIds, moved, event.key === 'ArrowUp' ? -1 : 1), moved);
    } else if (event.key === 'Delete') {
      void takeOut(batch, [...moved], nameOf(focused));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const open = (id: string) => {
    const draft = drafts.find((each) => each.id === id);
    if (draft === undefined) return;
    openDraft(draft, true);
    requestAnimationFrame(() => focusPaneNamed('detail'));
  };

  return (
    <>
      <p id="batch-order-help" className="visually-hidden">
        {texts.batches.orderHelp}
      </p>
      <div className={cx(styles.frame, detail.rows)} onKeyDownCapture={onKeyDown}>
        <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: usualHeight }}>
          <GridList
            aria-label={texts.batches.order}
            aria-describedby="batch-order-help"
            items={listed}
            className={cx(styles.list)}
            dragAndDropHooks={dragAndDropHooks}
            selectionMode="multiple"
            selectionBehavior="replace"
            selectedKeys={chosen}
            onSelectionChange={(keys) =>
              setChosen(keys === 'all' ? new Set(batch.draftIds) : new Set([...keys].map(String)))
            }
            onAction={(key) => open(String(key))}
          >
            {(row) => (
              <BatchStepRow
                row={row}
                isLast={row.place === rows.length}
                onMove={(step) => move(stepped(batch.draftIds, new Set([row.id]), step), new Set([row.id]))}
                onTakeOut={() => void takeOut(batch, [row.id], row.version)}
              />
            )}
          </GridList>
        </Virtualizer>
      </div>
    </>
  );
});

function rowUnder(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[role="row"]') : null;
  return row?.dataset.key ?? null;
}
