import { type ReactElement, useState } from 'react';
import { addBranch, useCatalogue } from '../../store/catalogue.ts';
import { useEditor } from '../../store/editor.ts';
import { changeFields } from '../../store/editor-changes.ts';
import { texts } from '../../texts/texts.ts';
import { AddByIdDialog } from '../../ui/add-by-id-dialog.tsx';
import { type Choice, Select } from '../../ui/select.tsx';
import { shown } from '../../ui/visible-text.ts';
import { branchNameOf } from './branch-name.ts';
import { FieldRow } from './field-row.tsx';
import { findingsId } from './part-ids.ts';
import { useHasProblem } from './use-has-problem.ts';

const noBranch = 'no branch';
const otherBranch = 'other branch';

/** The branch it belongs to: none, one that is known, or one typed in by its id. */
export function BranchField({ isLocked }: { readonly isLocked: boolean }): ReactElement {
  const branchId = useEditor((state) => state.fields.branchId);
  const release = useEditor((state) => state.release);
  const subject = useEditor((state) => state.subject);
  const branches = useCatalogue((state) => state.branches);
  const [isAdding, setAdding] = useState(false);

  const known = branches.map(({ id, name }): Choice<string> => ({ key: id, text: shown(name) }));
  const present: readonly Choice<string>[] =
    branchId === null || branches.some(({ id }) => id === branchId)
      ? []
      : [{ key: branchId, text: shown(branchNameOf(branchId, branches, release)) }];

  return (
    <FieldRow part="branch" label={texts.editor.branch}>
      <Select
        label={texts.editor.branch}
        labelHidden
        selected={branchId ?? noBranch}
        onSelect={(key) => {
          if (key === otherBranch) setAdding(true);
          else changeFields({ branchId: key === noBranch ? null : key });
        }}
        isDisabled={isLocked}
        isInvalid={useHasProblem('branch')}
        describedBy={findingsId('branch')}
        choices={[
          { key: noBranch, text: texts.editor.noBranch },
          ...known,
          ...present,
          { key: otherBranch, text: texts.editor.otherBranch },
        ]}
      />
      <AddByIdDialog
        words={texts.addBranch}
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onAdd={async (id, name) => {
          const answer = await addBranch(subject?.connectionId ?? '', subject?.productId ?? '', id, name);
          if (answer.ok) changeFields({ branchId: answer.value.id });
          return answer;
        }}
      />
    </FieldRow>
  );
}
