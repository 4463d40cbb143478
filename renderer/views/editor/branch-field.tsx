import type { ReactElement } from 'react';
import { shortId } from '../../format.ts';
import { useCatalogue } from '../../store/catalogue.ts';
import { useEditor } from '../../store/editor.ts';
import { changeFields } from '../../store/editor-changes.ts';
import { texts } from '../../texts/texts.ts';
import { Copyable } from '../../ui/copyable.tsx';
import { branchNameOf } from './branch-name.ts';
import { BranchSelect } from './branch-select.tsx';
import styles from './field-row.module.css';
import { FieldRow } from './field-row.tsx';
import { findingsId } from './part-ids.ts';
import { useHasProblem } from './use-has-problem.ts';

/** The branch it belongs to. */
export function BranchField({ isLocked }: { readonly isLocked: boolean }): ReactElement {
  const branchId = useEditor((state) => state.fields.branchId);
  const release = useEditor((state) => state.release);
  const subject = useEditor((state) => state.subject);
  const branches = useCatalogue((state) => state.branches);

  return (
    <FieldRow part="branch" label={texts.editor.branch}>
      <div className={styles.withId}>
        <BranchSelect
          label={texts.editor.branch}
          labelHidden
          product={{ connectionId: subject?.connectionId ?? '', productId: subject?.productId ?? '' }}
          branches={branches}
          selected={{ id: branchId }}
          nameOf={(id) => branchNameOf(id, branches, release)}
          onSelect={(id) => changeFields({ branchId: id })}
          isDisabled={isLocked}
          isInvalid={useHasProblem('branch')}
          describedBy={findingsId('branch')}
        />
        {branchId !== null && (
          <Copyable what={texts.ids.branchId} value={branchId}>
            {shortId(branchId)}
          </Copyable>
        )}
      </div>
    </FieldRow>
  );
}
