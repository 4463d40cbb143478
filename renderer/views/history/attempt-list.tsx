import { type ReactElement, useEffect } from 'react';
import { count } from '../../format.ts';
import { useConnections } from '../../store/connections.ts';
import { useDrafts } from '../../store/drafts.ts';
import {
  exportHistory,
  mostShown,
  openHistory,
  searchHistory,
  selectAttempt,
  useHistory,
} from '../../store/history.ts';
import { go } from '../../store/navigation.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { SizedList } from '../../ui/grid/sized-columns.ts';
import { SkeletonRows } from '../../ui/grid/skeleton-rows.tsx';
import { useSizedColumns } from '../../ui/grid/use-sized-columns.tsx';
import { VirtualGrid } from '../../ui/grid/virtual-grid.tsx';
import { ListFailure } from '../../ui/list-failure.tsx';
import { ListFoot } from '../../ui/list-foot.tsx';
import { ListHead } from '../../ui/list-head.tsx';
import { ListSearch } from '../../ui/list-search.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { focusPaneNamed } from '../../ui/panes.ts';
import { AttemptRow } from './attempt-row.tsx';
import styles from './history.module.css';

type ColumnName = 'version' | 'sent' | 'outcome' | 'when';

const list: SizedList<ColumnName> = {
  setting: 'history-columns',
  columns: [
    { id: 'version', title: texts.history.columns.version, least: 72 },
    { id: 'sent', title: texts.history.columns.sent, className: styles.sentColumn, least: 72 },
    { id: 'outcome', title: texts.history.columns.outcome, least: 96 },
    { id: 'when', title: texts.history.columns.when, least: 72 },
  ],
  growing: 'outcome',
};

/** Every attempt, newest first, and the search through all of them. */
export function AttemptList(): ReactElement {
  const connectionId = useConnections((state) => state.currentId);
  const { attempts, text, answered, selectedId, known, failure } = useHistory();
  const hasDrafts = useDrafts(({ drafts }) => drafts.length > 0);
  const { columns, style } = useSizedColumns(list);
  const words = texts.history;

  useEffect(() => void openHistory(connectionId), [connectionId]);

  const isEmpty = known && failure === null && attempts.length === 0;
  /** Until it is known that there is nothing to search in, so that nothing jumps. */
  const hasSome = !isEmpty || text !== '' || answered !== '';
  return (
    <>
      <ListHead title={words.title}>
        {hasSome && (
          <MenuButton
            kind="quiet"
            isDisabled={attempts.length === 0 && text === ''}
            actions={[
              { id: 'json', text: words.asJson, run: () => void exportHistory('json') },
              { id: 'csv', text: words.asCsv, run: () => void exportHistory('csv') },
            ]}
          >
            {words.export}
          </MenuButton>
        )}
      </ListHead>
      {hasSome && (
        <ListSearch
          className={styles.toolbar}
          label={words.search}
          value={text}
          onChange={(next) => void searchHistory(next)}
        />
      )}
      <ListFailure failure={failure} onRetry={() => openHistory(connectionId)} />
      {!known && (
        <>
          <div className={styles.frame} style={style}>
            <SkeletonRows label={words.loading} layout={cx(styles.columns)} columns={columns} />
          </div>
          <ListFoot words={null} />
        </>
      )}
      {isEmpty && answered === '' && (
        <EmptyState icon="history" title={words.none} text={words.noneText}>
          <Button onPress={() => go(hasDrafts ? 'drafts' : 'releases')}>
            {hasDrafts ? words.toDrafts : words.toReleases}
          </Button>
        </EmptyState>
      )}
      {isEmpty && answered !== '' && (
        <EmptyState icon="search" title={words.noMatch} text={words.noMatchText}>
          <Button onPress={() => void searchHistory('')}>{words.showAll}</Button>
        </EmptyState>
      )}
      {attempts.length > 0 && (
        <>
          <div className={styles.frame} style={style}>
            <VirtualGrid
              label={words.title}
              items={attempts}
              keyOf={({ id }) => id}
              textOf={({ version }) => version}
              columns={columns}
              layout={cx(styles.columns)}
              Row={AttemptRow}
              selectedKey={selectedId}
              onSelect={({ id }) => selectAttempt(id, false)}
              onPick={({ id }) => selectAttempt(id, true)}
              onOpen={({ id }) => {
                selectAttempt(id, true);
                requestAnimationFrame(() => focusPaneNamed('detail'));
              }}
            />
          </div>
          <ListFoot
            words={
              <span role="status">
                {attempts.length >= mostShown
                  ? words.newest(count(attempts.length))
                  : words.count(count(attempts.length), attempts.length)}
              </span>
            }
          />
        </>
      )}
    </>
  );
}
