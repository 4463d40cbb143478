import { type ReactElement, useDeferredValue } from 'react';
import type { PlanReport, PlanStep } from '../../../electron/model/plan.ts';
import { count } from '../../format.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { shown } from '../../ui/visible-text.ts';
import editor from '../editor/editor.module.css';
import { findingIcons, findingKey } from '../editor/finding-look.ts';
import styles from './plan-report.module.css';

/** More than fit in the dialog: the rest of a long plan follows when these are there. */
const firstSteps = 50;

/** What a plan would do, release by release, or every reason why it cannot be used. */
export function PlanReportView({ report }: { readonly report: PlanReport }): ReactElement {
  const { batch, steps: all, problems } = report;
  const steps = useDeferredValue(all, all.slice(0, firstSteps));
  const words = texts.plans;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard
    <section className={styles.report} tabIndex={0} aria-label={words.report}>
      {batch !== null && <p>{words.of(shown(batch.name))}</p>}
      {problems.length > 0 && (
        <Banner tone="danger" role="alert">
          <strong>
            {words.problems}. {words.nothing}
          </strong>
          <ul>
            {problems.map(({ entry, version, field, message, remedy }) => (
              <li key={`${entry} ${field} ${message}`}>
                {entry !== null && `${words.problemAt(count(entry), version && shown(version))}: `}
                {shown(message)} {shown(remedy)}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {steps.length > 0 && (
        <ol className={styles.steps} aria-label={words.steps}>
          {steps.map((step) => (
            <PlanStepRow key={step.entry} step={step} />
          ))}
        </ol>
      )}
    </section>
  );
}

function PlanStepRow({ step }: { readonly step: PlanStep }): ReactElement {
  const { entry, version, releaseId, outcome, changes, findings, merged } = step;
  const words = texts.plans;
  const changed = changes.filter(({ server, result }) => server !== result);
  const change = changed.map(({ label, result }) => words.change(shown(label), shown(result))).join(', ');
  return (
    <li className={styles.step}>
      <span className={styles.number}>{count(entry)}</span>
      <div className={styles.stepWords}>
        <p className={styles.planLine}>
          <strong>{shown(version)}</strong>
          {releaseId === null && <span className={styles.time}>{words.newRelease}</span>}
          <span className={cx(styles.planOutcome, outcome === 'refused' && styles.stopped)}>
            {words.outcome[outcome]}
          </span>
        </p>
        <p className={editor.hint}>{change === '' ? words.noChange : change}</p>
        {findings.map((finding) => (
          <p key={findingKey(finding)} className={cx(styles.facts, styles[finding.severity])}>
            <Icon name={findingIcons[finding.severity]} size={12} />
            <span>{shown(finding.message)}</span>
          </p>
        ))}
        {merged.map((sentence) => (
          <p key={sentence} className={editor.hint}>
            {shown(sentence)}
          </p>
        ))}
      </div>
    </li>
  );
}
