import { type ReactElement, useMemo, useState } from 'react';
import type { BulkPreview, BulkRow } from '../../../electron/model/bulk-change.ts';
import { count } from '../../format.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { ReportTable } from '../../ui/grid/report-table.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './bulk.module.css';
import { BulkTableRow } from './bulk-table-row.tsx';

type Props = {
  /** Null until something has been chosen. */
  readonly preview: BulkPreview | null;
  /** What is shown is about to be replaced. */
  readonly isLooking: boolean;
};

const kinds = ['changed', 'same', 'refused'] as const;
type View = 'all' | (typeof kinds)[number];

/** What a change would do to each: how many of which kind, and all of them or one kind in a table. */
export function BulkPreviewView({ preview, isLooking }: Props): ReactElement {
  const [view, setView] = useState<View>('all');
  const words = texts.bulk;
  const byView = useMemo(() => {
    const rows = preview?.rows ?? [];
    const of = (is: View) => rows.filter(({ outcome }) => outcome.is === is);
    return { all: rows, changed: of('changed'), same: of('same'), refused: of('refused') };
  }, [preview]);
  if (preview === null) {
    return (
      <div className={styles.preview}>
        <div className={cx(styles.frame, styles.prompt)} role="status">
          {isLooking ? (
            words.looking
          ) : (
            <>
              <strong>{words.prompt}</strong>
              <span>{words.promptText}</span>
            </>
          )}
        </div>
      </div>
    );
  }
  const { all, changed, same, refused } = byView;
  const numbers = {
    all: count(all.length),
    changed: count(changed.length),
    same: count(same.length),
    refused: count(refused.length),
  };
  const names = words.views(numbers);
  const there = kinds.filter((kind) => byView[kind].length > 0);
  const only = there.length === 1 ? there[0] : undefined;
  const choices: readonly View[] = ['all', ...there];
  const current = choices.includes(view) ? view : 'all';
  return (
    <div className={styles.preview} aria-busy={isLooking}>
      <div className={styles.views}>
        {there.length > 1 && (
          <Segmented
            label={words.viewsLabel}
            choices={choices.map((key) => ({ key, text: names[key] }))}
            selected={current}
            onSelect={setView}
          />
        )}
        {only !== undefined && <p className={styles.hint}>{words.only[only](all.length, numbers.all)}</p>}
        {preview.gone > 0 && <p className={styles.hint}>{words.gone(preview.gone, count(preview.gone))}</p>}
        <span className="visually-hidden" role="status">
          {!isLooking &&
            words.summary({ changed: changed.length, same: same.length, refused: refused.length }, numbers)}
        </span>
      </div>
      <ReportTable
        label={words.preview}
        items={byView[current]}
        keyOf={keyOf}
        columns={[
          { id: 'release', title: words.release },
          { id: 'change', title: shown(preview.label) },
        ]}
        layout={cx(styles.columns)}
        Row={BulkTableRow}
        isFading={isLooking}
      />
    </div>
  );
}

/** Of those that are not there yet the draft tells them apart, of the others the release. */
function keyOf({ draftId, releaseId }: BulkRow): string {
  return draftId ?? releaseId ?? '';
}
