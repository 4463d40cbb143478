import { memo, type ReactElement, type ReactNode } from 'react';
import type { ComparisonRow } from '../../../electron/model/draft.ts';
import type { PlanStep } from '../../../electron/model/plan.ts';
import { count, shortId } from '../../format.ts';
import { useImport } from '../../store/imports.ts';
import { useProducts } from '../../store/products.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Copyable } from '../../ui/copyable.tsx';
import { ReportCell } from '../../ui/grid/report-cell.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { NewMark } from '../../ui/new-mark.tsx';
import { shown } from '../../ui/visible-text.ts';
import { findingIcons, findingKey } from '../editor/finding-look.ts';
import styles from './imports.module.css';
import { mostChanges, type ReportRow, toldChanges } from './report-rows.ts';

/** The cells of one entry: where it stands in the file, its release, and what it does or why it cannot be used. */
export const ImportRow = memo(function ImportRow({ item }: { readonly item: ReportRow }) {
  const { entry, version, step, problems } = item;
  const kind = useImport((state) => state.kind);
  const product = useProducts(({ products }) => products.find(({ id }) => id === step?.productId)?.name);
  return (
    <>
      <ReportCell className={styles.entry}>
        <span className="visually-hidden">{texts.plans.place[kind](count(entry))}</span>
        <span aria-hidden="true">{count(entry)}</span>
      </ReportCell>
      <ReportCell className={styles.release} title={shown(version)}>
        <span className={styles.versionLine}>
          {version === '' && step?.releaseId != null ? (
            <Copyable what={texts.editor.releaseId} value={step.releaseId}>
              {shortId(step.releaseId)}
            </Copyable>
          ) : (
            <span className={styles.version}>{shown(version)}</span>
          )}
          {step?.releaseId === null && <NewMark />}
          {step !== null && step.draftId !== null && (
            <DraftMark text={kind === 'csv' ? texts.bulk.onDraft : texts.plans.there} />
          )}
        </span>
        {product !== undefined && <span className={styles.product}>{shown(product)}</span>}
      </ReportCell>
      <ReportCell className={styles.does}>
        {problems.map(({ kind, field, message, remedy }) => (
          <Note key={`${field} ${message}`} icon="problem" tone="blocks">
            {field !== '' && kind !== 'stale' && (
              <strong className={styles.field}>{texts.plans.ofField(shown(field))}</strong>
            )}{' '}
            {shown(message)} {shown(remedy)}
          </Note>
        ))}
        {problems.length === 0 && step !== null && <Does step={step} />}
      </ReportCell>
    </>
  );
});

/** There is a draft: what a plan's entry says it says, too; what the row of a CSV file says goes on top of it. */
function DraftMark({ text }: { readonly text: string }): ReactElement {
  return (
    <span className={styles.draftMark} title={text}>
      <Icon name="drafts" size={12} />
      <span className="visually-hidden">{text}</span>
    </span>
  );
}

function Does({ step }: { readonly step: PlanStep }): ReactElement {
  const { outcome, releaseId, changes, findings, merged } = step;
  const kind = useImport((state) => state.kind);
  const words = texts.plans;
  const told = toldChanges(step);
  const others = told.length - mostChanges;
  return (
    <>
      {outcome === 'nothing' && (
        <p className={styles.quiet}>{kind === 'csv' ? words.nothingOnDraft : words.nothing}</p>
      )}
      {outcome === 'change' && changes.length === 0 && (
        <p className={styles.quiet}>{kind === 'csv' ? words.likeServer : words.onlyOrder}</p>
      )}
      {told.slice(0, mostChanges).map((change) => (
        <ChangeLine key={change.label} change={change} isNew={releaseId === null} />
      ))}
      {others > 0 && <p className={styles.quiet}>{words.moreChanges(count(others))}</p>}
      {outcome === 'blocked' && (
        <Note icon="problem" tone="blocks">
          <strong className={styles.field}>{words.blocked}</strong>
        </Note>
      )}
      {findings.map((finding) => (
        <Note key={findingKey(finding)} icon={findingIcons[finding.severity]} tone={finding.severity}>
          {shown(finding.message)}
        </Note>
      ))}
      {merged.map((sentence) => (
        <Note key={sentence} icon="note" tone="tells">
          {shown(sentence)}
        </Note>
      ))}
    </>
  );
}

/** From what to what, in a line; of a release that is to be created only what it is to be. */
function ChangeLine({
  change,
  isNew,
}: {
  readonly change: ComparisonRow;
  readonly isNew: boolean;
}): ReactElement {
  const { label, server, result } = change;
  const to = shown(result) || texts.plans.emptyValue;
  const from = shown(server) || texts.plans.emptyValue;
  return (
    <p className={styles.change} title={isNew ? to : `${from} → ${to}`}>
      <span className={styles.label}>{shown(label)}</span>
      {!isNew && (
        <>
          <span className="visually-hidden"> {texts.bulk.from} </span>
          <s className={styles.from}>{from}</s>
          <Icon name="arrow" size={12} />
          <span className="visually-hidden"> {texts.bulk.to} </span>
        </>
      )}
      <span className={styles.to}>{to}</span>
    </p>
  );
}

type NoteProps = {
  readonly icon: IconName;
  readonly tone: 'blocks' | 'warns' | 'tells';
  readonly children: ReactNode;
};

function Note({ icon, tone, children }: NoteProps): ReactElement {
  return (
    <p className={cx(styles.note, styles[tone])}>
      <Icon name={icon} size={12} />
      <span>{children}</span>
    </p>
  );
}
