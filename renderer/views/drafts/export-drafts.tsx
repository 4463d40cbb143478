import type { ReactElement } from 'react';
import type { Draft } from '../../../electron/model/draft.ts';
import { count } from '../../format.ts';
import { type PlanFormat, saveFields, savePlanOf } from '../../store/exports.ts';
import { texts } from '../../texts/texts.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { useOffer } from '../../ui/use-offer.ts';
import { draftsInOrder } from './drafts-in-order.ts';

/** Drafts as files: a plan of them, with their artifacts or without, or their fields for a spreadsheet. */
export function ExportDrafts({ drafts }: { readonly drafts: readonly Draft[] }): ReactElement {
  const words = texts.plans;
  const draftIds = drafts.map(({ id }) => id);
  const exportPlan = (format: PlanFormat) => void savePlanOf(draftsInOrder(new Set(draftIds)), format);
  const exportFields = () => void saveFields({ draftIds, releaseIds: [] });
  const isNone = drafts.length === 0;
  useOffer('export-plan', isNone ? null : () => exportPlan('json'));
  useOffer('export-plan-files', isNone ? null : () => exportPlan('zip'));
  useOffer('export-fields', isNone ? null : exportFields);
  return (
    <MenuButton
      kind="quiet"
      label={words.exportDrafts(drafts.length, count(drafts.length))}
      isDisabled={isNone}
      actions={[
        { id: 'json', text: words.exportPlan, run: () => exportPlan('json') },
        { id: 'zip', text: words.exportZip, run: () => exportPlan('zip') },
        { id: 'csv', text: words.exportCsv, run: exportFields },
      ]}
    >
      {words.export}
    </MenuButton>
  );
}
