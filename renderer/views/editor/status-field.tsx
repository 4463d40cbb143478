import type { ReactElement } from 'react';
import type { ReleaseStatus } from '../../../electron/model/release.ts';
import { useEditor } from '../../store/editor.ts';
import { changeFields } from '../../store/editor-changes.ts';
import { texts } from '../../texts/texts.ts';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { FieldRow } from './field-row.tsx';
import { findingsId } from './part-ids.ts';
import { useHasProblem } from './use-has-problem.ts';

const statuses = ['PUBLISHED', 'DRAFT', 'DEPRECATED', 'ARCHIVED'] as const satisfies readonly ReleaseStatus[];

/** One of the four statuses. */
export function StatusField({ isLocked }: { readonly isLocked: boolean }): ReactElement {
  const status = useEditor((state) => state.fields.status);
  return (
    <FieldRow part="status" label={texts.editor.status}>
      <Select
        label={texts.editor.status}
        labelHidden
        selected={status}
        onSelect={(key) => changeFields({ status: key })}
        isDisabled={isLocked}
        isInvalid={useHasProblem('status')}
        describedBy={findingsId('status')}
        choices={statuses.map((each) => ({
          key: each,
          text: texts.status[each],
          content: <Status status={each} />,
        }))}
      />
    </FieldRow>
  );
}
