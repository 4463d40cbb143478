import { type ReactElement, useState } from 'react';
import type { PlanProblem, PlanReport } from '../../../electron/model/plan.ts';
import { clock, count } from '../../format.ts';
import { useImport } from '../../store/imports.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { cx } from '../../ui/class-names.ts';
import { ReportTable } from '../../ui/grid/report-table.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import { ImportRow } from './import-row.tsx';
import styles from './imports.module.css';
import {
  heightOfRow,
  isOnlyStale,
  type ReportRow,
  type ReportRows,
  type ReportView,
  reportViews,
} from './report-rows.ts';

type Props = { readonly report: PlanReport; readonly rows: ReportRows };

/** What a file would do, entry by entry, or every reason why it cannot be used. */
export function ImportReport({ report, rows }: Props): ReactElement {
  const kind = useImport((state) => state.kind);
  const isTaken = useImport((state) => state.onStale === 'take');
  const [chosen, setView] = useState<ReportView | null>(null);
  const words = texts.plans;
  const { problems, batch } = report;
  const isRefused = problems.length > 0;
  const there = reportViews.filter(
    (view) => view === 'all' || (rows[view].length > 0 && rows[view].length < rows.all.length),
  );
  const view =
    chosen !== null && there.includes(chosen) ? chosen : there.includes('refused') ? 'refused' : 'all';

  return (
    <>
      {isRefused && <WhyNot report={report} rows={rows} />}
      {!isRefused && isTaken && (
        <Banner tone="warning" role="status">
          {words.taken}
        </Banner>
      )}
      {rows.all.length > 0 && (
        <>
          {(there.length > 1 || !isRefused || batch !== null) && (
            <div className={styles.head}>
              {there.length > 1 && (
                <Segmented
                  label={words.viewsLabel}
                  choices={there.map((key) => ({ key, text: words.views[key](count(rows[key].length)) }))}
                  selected={view}
                  onSelect={setView}
                />
              )}
              <p className={styles.facts} role="status">
                {!isRefused && (
                  <span>
                    {words.summary(
                      words.becomes(rows.drafts, count(rows.drafts)),
                      rows.there,
                      count(rows.there),
                      rows.nothing.length,
                      count(rows.nothing.length),
                    )}
                  </span>
                )}
                {batch !== null && <BatchFacts batch={batch} />}
              </p>
            </div>
          )}
          <div className={styles.frame} style={{ flexBasis: heightOf(rows[view]) }}>
            <ReportTable
              key={view}
              label={words.list}
              items={rows[view]}
              keyOf={keyOf}
              heightOf={heightOfRow}
              columns={[
                { id: 'entry', title: words.columns[kind] },
                { id: 'release', title: words.columns.release },
                {
                  id: 'does',
                  title: rows[view].length === rows.refused.length ? words.columns.wrong : words.columns.does,
                },
              ]}
              layout={cx(styles.columns)}
              Row={ImportRow}
            />
          </div>
        </>
      )}
    </>
  );
}

/** Said once, above; which entries it is about stands in their rows. */
function WhyNot({ report, rows }: Props): ReactElement {
  const words = texts.plans;
  const { problems } = report;
  const { general, refused } = rows;
  if (isOnlyStale(report)) {
    return (
      <Banner tone="warning" role="alert">
        <strong>{words.stale(refused.length, count(refused.length))}</strong> {words.staleText}
      </Banner>
    );
  }
  const [only, ...others] = problems;
  if (only !== undefined && others.length === 0 && only.entry === null) {
    return (
      <Banner tone="danger" role="alert">
        <Said problem={only} />
      </Banner>
    );
  }
  return (
    <Banner tone="danger" role="alert">
      <strong>{words.refused(problems.length, count(problems.length))}</strong> {words.mend}
      {general.length > 0 && (
        <ul className={styles.general}>
          {general.slice(0, mostGeneral).map((problem) => (
            <li key={`${problem.field} ${problem.message}`}>
              <Said problem={problem} />
            </li>
          ))}
          {general.length > mostGeneral && <li>{texts.common.more(count(general.length - mostGeneral))}</li>}
        </ul>
      )}
    </Banner>
  );
}

/** What is wrong, and with which field of the file. */
function Said({ problem: { field, message, remedy } }: { readonly problem: PlanProblem }): ReactElement {
  return (
    <>
      {field !== '' && <strong className={styles.field}>{texts.plans.ofField(shown(field))}</strong>}{' '}
      {shown(message)} {shown(remedy)}
    </>
  );
}

/** So many are told of what is wrong with all of it; the others are counted. */
const mostGeneral = 8;

function BatchFacts({ batch }: { readonly batch: NonNullable<PlanReport['batch']> }): ReactElement {
  const { name, onFailure, startAt } = batch;
  const begins = useNow((now) => startAt !== null && texts.plans.begins(clock(startAt, now)));
  const facts = [texts.plans.of(shown(name)), texts.batches.policies[onFailure], begins];
  return <span className={styles.batchFacts}>{facts.filter((fact) => fact !== false).join(' · ')}</span>;
}

/** Pixels: a short report has a short table. */
function heightOf(rows: readonly ReportRow[]): number {
  const headAndFrame = 34;
  return rows.slice(0, 20).reduce((sum, row) => sum + heightOfRow(row), headAndFrame);
}

function keyOf({ entry }: ReportRow): string {
  return String(entry);
}
