import type { ReactElement } from 'react';
import { useEditor } from '../../store/editor.ts';
import { changeFields } from '../../store/editor-changes.ts';
import { texts } from '../../texts/texts.ts';
import { Select } from '../../ui/select.tsx';
import { FieldRow } from './field-row.tsx';
import { findingsId } from './part-ids.ts';
import { statusChoices } from './status-choices.tsx';
import { useHasProblem } from './use-has-problem.ts';

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
        choices={statusChoices}
      />
    </FieldRow>
  );
}
