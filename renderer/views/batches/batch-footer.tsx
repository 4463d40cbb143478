import { type ReactElement, useMemo } from 'react';
import type { Batch } from '../../../electron/model/batch.ts';
import { clock, count } from '../../format.ts';
import { publishBatch, removeBatch } from '../../store/batch-actions.ts';
import { outlookOf } from '../../store/batch-outlook.ts';
import { useBatches } from '../../store/batches.ts';
import { useDrafts } from '../../store/drafts.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { keepFocus } from '../../ui/keep-focus.ts';
import { focusPaneNamed } from '../../ui/panes.ts';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import footer from '../editor/editor-footer.module.css';
import { ExportBatch } from './export-batch.tsx';

/** The ways out of a batch: publish it, take it along as a file, remove it. */
export function BatchFooter({ batch }: { readonly batch: Batch }): ReactElement {
  const review = useBatches((state) => state.review);
  const stopsAt = useDrafts(({ drafts }) => drafts.find(({ id }) => id === review?.stopsAt));
  const isStarting = useBatches((state) => state.publishing);
  const startsAt = useNow((now) => (batch.startAt === null ? null : clock(batch.startAt, now)));
  const words = texts.batches;
  const drafts = useDrafts((state) => state.drafts);
  const { sent, left, warnings, isRefused, canPublish } = outlookOf(batch, review);
  const ofNew = useMemo(
    () => new Set(drafts.flatMap(({ id, releaseId }) => (releaseId === null ? [id] : []))),
    [drafts],
  );
  const creates = sent.filter(({ draftId }) => ofNew.has(draftId)).length;
  const what = words.publish(sent.length - creates, creates, count(sent.length));
  const publish = startsAt === null ? what : words.publishAt(what, startsAt);
  const state =
    stopsAt !== undefined
      ? (isRefused ? words.stopsAt : words.asksAt)(shown(stopsAt.base?.version ?? stopsAt.fields.version))
      : review !== null && sent.length === 0
        ? words.nothingToSend
        : left > 0
          ? words.leavesOut(left, count(left))
          : '';

  return (
    <div className={footer.footer}>
      <div className={footer.buttons}>
        <p id="batch-state" className={footer.state}>
          {state}
        </p>
        <IconButton
          icon="trash"
          label={words.remove}
          onPress={() => void removeBatch(batch).then(() => keepFocus(() => focusPaneNamed('list')))}
        />
        <ExportBatch batch={batch} />
        <Button
          kind="primary"
          isDisabled={isStarting || !canPublish}
          aria-describedby="batch-state"
          onPress={() => void publishBatch(batch.id)}
        >
          {isStarting
            ? words.publishing
            : canPublish && warnings > 0
              ? texts.editor.withWarnings(publish, warnings)
              : publish}
        </Button>
      </div>
    </div>
  );
}
