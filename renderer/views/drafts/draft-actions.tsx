import type { ReactElement } from 'react';
import { count } from '../../format.ts';
import { addToBatch, createBatch } from '../../store/batch-actions.ts';
import { useBatches } from '../../store/batches.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { ListFoot } from '../../ui/list-foot.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { shown } from '../../ui/visible-text.ts';
import { draftsInOrder } from './drafts-in-order.ts';

type Props = { readonly chosen: ReadonlySet<string>; readonly of: number };

/** What can be done with the drafts that are chosen. */
export function DraftActions({ chosen, of }: Props): ReactElement {
  const batches = useBatches((state) => state.batches);
  const words = texts.batches;
  const n = chosen.size;
  return (
    <ListFoot
      words={<span role="status">{n > 1 ? words.chosen(n, count(n)) : words.drafts(of, count(of))}</span>}
    >
      {batches.length > 0 && (
        <MenuButton
          isDisabled={n === 0}
          actions={batches.map((batch) => ({
            id: batch.id,
            text: shown(batch.name),
            run: () => void addToBatch(batch, draftsInOrder(chosen)),
          }))}
        >
          {words.addTo}
        </MenuButton>
      )}
      <Button isDisabled={n === 0} onPress={() => void createBatch(draftsInOrder(chosen))}>
        {words.newFrom(n, count(n))}
      </Button>
    </ListFoot>
  );
}
