import type { ReactElement } from 'react';
import { useCatalogue } from '../../store/catalogue.ts';
import { useEditor } from '../../store/editor.ts';
import { changeFields } from '../../store/editor-changes.ts';
import { texts } from '../../texts/texts.ts';
import { Switch } from '../../ui/switch.tsx';
import { shown } from '../../ui/visible-text.ts';
import { branchNameOf } from './branch-name.ts';
import styles from './editor.module.css';
import { FieldRow } from './field-row.tsx';
import { findingsId } from './part-ids.ts';
import { useFindings } from './use-findings.ts';

/** Whether it becomes, or stays, the latest release of its branch. */
export function LatestField({ isLocked }: { readonly isLocked: boolean }): ReactElement {
  const isLatest = useEditor((state) => state.fields.setAsLatest);
  const wasLatest = useEditor((state) => state.release?.latest ?? false);
  const branchId = useEditor((state) => state.fields.branchId);
  const release = useEditor((state) => state.release);
  const branches = useCatalogue((state) => state.branches);
  // A finding says it with the name of the release that loses it.
  const isSaid = useFindings().some(({ part }) => part === 'latest');
  const branch = branchId === null ? null : shown(branchNameOf(branchId, branches, release));
  return (
    <FieldRow part="latest" label={texts.editor.latest}>
      <Switch
        isSelected={isLatest}
        onChange={(setAsLatest) => changeFields({ setAsLatest })}
        isDisabled={isLocked}
        describedBy={findingsId('latest')}
      >
        {texts.editor.setAsLatest}
      </Switch>
      {isLatest && !wasLatest && !isSaid && <p className={styles.hint}>{texts.editor.latestHint(branch)}</p>}
    </FieldRow>
  );
}
