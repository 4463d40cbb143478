import { memo, type ReactElement } from 'react';
import type { BulkRow } from '../../../electron/model/bulk-change.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { ReportCell } from '../../ui/grid/report-cell.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NewMark } from '../../ui/new-mark.tsx';
import { shown } from '../../ui/visible-text.ts';
import { findingIcons } from '../editor/finding-look.ts';
import styles from './bulk.module.css';

/** The cells of one release: from what to what and what comes along with it, or why it stays as it is. */
export const BulkTableRow = memo(function BulkTableRow({ item }: { readonly item: BulkRow }) {
  const { version, releaseId, draftId, outcome } = item;
  return (
    <>
      <ReportCell className={styles.version} title={shown(version)}>
        <span className={styles.versionText}>{shown(version) || texts.drafts.unnamed}</span>
        {releaseId === null && <NewMark />}
        {releaseId !== null && draftId !== null && (
          <span className={styles.draftMark} title={texts.bulk.onDraft}>
            <Icon name="drafts" size={12} />
            <span className="visually-hidden">{texts.bulk.onDraft}</span>
          </span>
        )}
      </ReportCell>
      <ReportCell className={styles.outcome}>
        <Outcome outcome={outcome} />
      </ReportCell>
    </>
  );
});

function Outcome({ outcome }: Pick<BulkRow, 'outcome'>): ReactElement {
  const words = texts.bulk;
  if (outcome.is === 'same') {
    return (
      <p className={styles.quiet}>
        {words.stays} {shown(outcome.reason)}
      </p>
    );
  }
  if (outcome.is === 'refused') {
    return (
      <p className={cx(styles.note, styles.refused)}>
        <Icon name="problem" size={12} />
        <span>
          <strong>{words.refused}</strong> {shown(outcome.reason)}
        </span>
      </p>
    );
  }
  const { from, to, notes } = outcome;
  return (
    <>
      <p className={styles.change}>
        <span className="visually-hidden">{words.from} </span>
        <s className={styles.from}>{shown(from)}</s>
        <Icon name="arrow" size={12} />
        <span className="visually-hidden"> {words.to} </span>
        <span className={styles.to}>{shown(to)}</span>
      </p>
      {notes.map(({ severity, message }) => (
        <p key={message} className={cx(styles.note, styles[severity])}>
          <Icon name={findingIcons[severity]} size={12} />
          <span>{shown(message)}</span>
        </p>
      ))}
    </>
  );
}
