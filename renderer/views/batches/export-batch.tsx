import type { ReactElement } from 'react';
import type { Batch } from '../../../electron/model/batch.ts';
import { saveFieldsOfBatch, savePlan } from '../../store/exports.ts';
import { texts } from '../../texts/texts.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { useOffer } from '../../ui/use-offer.ts';

/** A batch as a file: the plan of it, with its artifacts or without, or its fields for a spreadsheet. */
export function ExportBatch({ batch: { id, draftIds } }: { readonly batch: Batch }): ReactElement {
  const words = texts.plans;
  const exportFields = () => void saveFieldsOfBatch(id);
  const isEmpty = draftIds.length === 0;
  useOffer('export-plan', isEmpty ? null : () => void savePlan(id, 'json'));
  useOffer('export-plan-files', isEmpty ? null : () => void savePlan(id, 'zip'));
  return (
    <MenuButton
      isDisabled={isEmpty}
      actions={[
        { id: 'json', text: words.exportPlan, run: () => void savePlan(id, 'json') },
        { id: 'zip', text: words.exportZip, run: () => void savePlan(id, 'zip') },
        { id: 'csv', text: words.exportCsv, run: exportFields },
      ]}
    >
      {words.export}
    </MenuButton>
  );
}
