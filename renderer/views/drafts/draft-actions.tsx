import type { ReactElement } from 'react';
import type { Draft } from '../../../electron/model/draft.ts';
import { count } from '../../format.ts';
import { addToBatch, createBatch } from '../../store/batch-actions.ts';
import { useBatches } from '../../store/batches.ts';
import { changeDrafts } from '../../store/change-many.ts';
import { discardDrafts } from '../../store/draft-actions.ts';
import { useDrafts } from '../../store/drafts.ts';
import { markDrafts } from '../../store/marked-drafts.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ListFoot } from '../../ui/list-foot.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { focusPaneNamed } from '../../ui/panes.ts';
import { useOffer } from '../../ui/use-offer.ts';
import { shown } from '../../ui/visible-text.ts';
import { draftCountWords } from './draft-count-words.ts';
import { draftsInOrder } from './drafts-in-order.ts';
import { useDraftsInQueue } from './use-drafts-in-queue.ts';

type Props = {
  readonly chosen: ReadonlySet<string>;
  /** Those that are not filtered away. */
  readonly inSight: readonly Draft[];
};

/** What can be done with the drafts that are chosen. */
export function DraftActions({ chosen, inSight }: Props): ReactElement {
  const batches = useBatches((state) => state.batches);
  const { drafts, known } = useDrafts();
  const inQueue = useDraftsInQueue();
  const words = texts.drafts;
  const n = chosen.size;
  const isNone = n === 0;
  /** The foot's buttons are about what is chosen: afterwards nothing is. One goes on in the list, or in what was made. */
  const act =
    (run: (draftIds: readonly string[]) => Promise<boolean>, goOn: 'list' | 'detail' = 'list') =>
    () => {
      void run(draftsInOrder(chosen)).then((done) => {
        if (!done) return;
        markDrafts(new Set());
        requestAnimationFrame(() => focusPaneNamed(goOn));
      });
    };
  useOffer('new-batch', isNone ? null : act(createBatch, 'detail'));

  return (
    <ListFoot
      label={words.ofChosen}
      words={
        <span role="status">
          {isNone && known && draftCountWords(inSight, drafts, inQueue)}
          {isNone && inSight.length > 0 && ` · ${words.chooseSome}`}
          {!isNone && words.chosen(count(n), count(inSight.length))}
        </span>
      }
    >
      {!isNone && (
        <>
          <IconButton icon="close" label={words.chooseNone} onPress={() => markDrafts(new Set())} />
          <IconButton
            icon="drafts"
            label={texts.bulk.changeDrafts(n, count(n))}
            onPress={() => changeDrafts(useDrafts.getState().drafts.filter(({ id }) => chosen.has(id)))}
          />
          <IconButton icon="trash" label={words.discardChosen(n, count(n))} onPress={act(discardDrafts)} />
        </>
      )}
      {batches.length > 0 && (
        <MenuButton
          isDisabled={isNone}
          actions={batches.map((batch) => ({
            id: batch.id,
            text: shown(batch.name),
            run: act((draftIds) => addToBatch(batch, draftIds)),
          }))}
        >
          {texts.batches.addTo}
        </MenuButton>
      )}
      <Button isDisabled={isNone} onPress={act(createBatch, 'detail')}>
        {isNone ? texts.batches.new : texts.batches.newOf(count(n))}
      </Button>
    </ListFoot>
  );
}
