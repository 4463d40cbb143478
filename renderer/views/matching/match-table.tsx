import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef } from 'react';
import type { FileMatch } from '../../../electron/model/file-match.ts';
import { useFileMatching } from '../../store/file-matching.ts';
import { setCurrent, startChoosing, toggleLeftOut } from '../../store/match-choices.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Column } from '../../ui/grid/column-header.tsx';
import { headHeight } from '../../ui/grid/measures.ts';
import { SkeletonRows } from '../../ui/grid/skeleton-rows.tsx';
import { VirtualGrid } from '../../ui/grid/virtual-grid.tsx';
import { focusElement } from '../../ui/keep-focus.ts';
import { MatchChooser } from './match-chooser.tsx';
import { MatchRow } from './match-row.tsx';
import styles from './matching.module.css';

const words = texts.matching;
const columns: readonly Column<'file' | 'release' | 'match'>[] = [
  { id: 'file', title: words.columns.file },
  { id: 'release', title: words.columns.release },
  { id: 'match', title: words.columns.match },
];

/** Pixels; the same as in the style sheet: a file with its match, and why. */
const rowHeight = 56;
const frameLines = 2;
const fewestRows = 4;

/** The files with the releases they are for. Arrows move, Enter chooses another release, Delete leaves a file out. */
export function MatchTable(): ReactElement {
  const { phase, matches, current, choosing } = useFileMatching();
  const height = headHeight + frameLines + Math.max(fewestRows, matches.length) * rowHeight;
  /** Looked up whenever it is asked for: a row is made anew when it becomes the current one. */
  const trigger = useMemo(
    () => ({
      get current() {
        return choosing === null ? null : document.querySelector(`[data-match-choice="${choosing}"]`);
      },
    }),
    [choosing],
  );
  // Where the arrow keys go on from, however the list was opened. In the next frame: it gives the focus back first.
  const wasChoosing = useRef(false);
  useEffect(() => {
    if (wasChoosing.current && choosing === null) {
      requestAnimationFrame(() => focusElement(`.${styles.frame} [role=grid]`));
    }
    wasChoosing.current = choosing !== null;
  }, [choosing]);

  const onKeyDown = ({ key, target }: KeyboardEvent) => {
    const isInTable = target instanceof Element && target.getAttribute('role') === 'grid';
    if (!isInTable || current === null || phase !== 'choosing') return;
    if (key === 'Delete' || key === 'Backspace') toggleLeftOut(current);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what the keys do can be done in the list of releases too
    <div
      className={styles.frame}
      style={{ flexBasis: `${height}px` }}
      inert={phase === 'making'}
      onKeyDown={onKeyDown}
    >
      {phase === 'looking' ? (
        <SkeletonRows
          label={words.finding}
          layout={cx(styles.columns)}
          columns={[
            { id: 'file', width: '46%' },
            { id: 'release', width: '120px' },
            { id: 'match', width: '56px' },
          ]}
        />
      ) : matches.length === 0 ? (
        <EmptyState icon="file" title={words.nothing} text={words.nothingText} />
      ) : (
        <VirtualGrid
          label={words.list}
          items={matches}
          keyOf={keyOf}
          textOf={nameOf}
          columns={columns}
          layout={cx(styles.columns)}
          rowHeight={rowHeight}
          Row={MatchRow}
          selectedKey={current === null ? null : String(current)}
          onSelect={({ index }) => setCurrent(index)}
          onPick={({ index }) => setCurrent(index)}
          onOpen={({ index }) => startChoosing(index)}
          autoFocus
        />
      )}
      {choosing !== null && <MatchChooser key={choosing} index={choosing} trigger={trigger} />}
    </div>
  );
}

function keyOf({ index }: FileMatch): string {
  return String(index);
}

function nameOf({ name }: FileMatch): string {
  return name;
}
