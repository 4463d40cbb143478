import type { ReactElement } from 'react';
import { versionLength } from '../../../electron/model/field-limits.ts';
import { useEditor } from '../../store/editor.ts';
import { changeFields } from '../../store/editor-changes.ts';
import { texts } from '../../texts/texts.ts';
import { TextField } from '../../ui/text-field.tsx';
import { FieldRow } from './field-row.tsx';
import { findingsId } from './part-ids.ts';
import { useHasProblem } from './use-has-problem.ts';

/** The version, as it is typed. */
export function VersionField({ isLocked }: { readonly isLocked: boolean }): ReactElement {
  const version = useEditor((state) => state.fields.version);
  const isNew = useEditor((state) => state.release === null);
  return (
    <FieldRow part="version" label={texts.editor.version}>
      <TextField
        label={texts.editor.version}
        labelHidden
        value={version}
        onChange={(value) => changeFields({ version: value })}
        isDisabled={isLocked}
        isInvalid={useHasProblem('version')}
        describedBy={findingsId('version')}
        hint={isNew && version === '' ? texts.editor.versionHint : undefined}
        maxLength={2000}
        takes={versionLength.most}
        isPaneFirst
        {...(isNew && version === '' && { placeholder: '1.0.0' })}
      />
    </FieldRow>
  );
}
