import type { MouseEvent, ReactElement, ReactNode } from 'react';
import type { DraftPart } from '../../../electron/model/draft.ts';
import styles from './field-row.module.css';
import { PartFindings } from './part-findings.tsx';
import { partId } from './part-ids.ts';

type Props = {
  readonly part: DraftPart;
  /** Seen beside the control; the control carries its own accessible name. */
  readonly label: string;
  readonly children: ReactNode;
};

/** A field of the form: its label, its control, and what is found about it. */
export function FieldRow({ part, label, children }: Props): ReactElement {
  return (
    <div className={styles.row} id={partId(part)}>
      <div className={styles.label} aria-hidden="true" onClick={focusControl}>
        {label}
      </div>
      <div className={styles.control}>
        {children}
        <PartFindings part={part} />
      </div>
    </div>
  );
}

function focusControl({ currentTarget }: MouseEvent): void {
  currentTarget.nextElementSibling?.querySelector<HTMLElement>('input, button')?.focus();
}
