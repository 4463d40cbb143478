import type { ReactElement } from 'react';
import type { Batch } from '../../../electron/model/batch.ts';
import { exportPlan } from '../../store/plan-export.ts';
import { texts } from '../../texts/texts.ts';
import { MenuButton } from '../../ui/menu-button.tsx';

/** A batch as a file. */
export function ExportBatch({ batch }: { readonly batch: Batch }): ReactElement {
  return (
    <MenuButton
      isDisabled={batch.draftIds.length === 0}
      actions={[{ id: 'json', text: texts.plans.asFile, run: () => void exportPlan(batch.id) }]}
    >
      {texts.batches.export}
    </MenuButton>
  );
}
