import type { ReactElement } from 'react';
import { count } from '../../format.ts';
import { useBatches } from '../../store/batches.ts';
import { endImport, importFile, makeImported, takeStale, useImport } from '../../store/imports.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useFilePicker } from '../../ui/use-file-picker.tsx';
import { NewBatchChoice } from '../batches/new-batch-choice.tsx';
import styles from './imports.module.css';
import { isOnlyStale, type ReportRows } from './report-rows.ts';

/** How far the app is with the file, whether a batch is made of it, and the button that makes the drafts. */
export function ImportFooter({ rows }: { readonly rows: ReportRows | null }): ReactElement {
  const { phase, kind, report, onStale, inBatch, batchName } = useImport();
  const words = texts.plans;
  const picker = useFilePicker(words.choose, ([file]) => {
    if (file !== undefined) void importFile(file);
  });
  const isAtWork = phase === 'looking' || phase === 'making';
  const isUsable = report !== null && report.problems.length === 0;
  const drafts = rows?.drafts ?? 0;
  const ofDraft = useBatches((state) => state.ofDraft);
  const hasFree = rows?.all.some(({ step }) => step?.draftId && !ofDraft.has(step.draftId)) ?? false;
  const makesBatch = kind === 'plan' && drafts === 0 && hasFree;
  const makeDrafts = drafts === 0 ? words.makeNone : words.make(drafts, count(drafts));
  const make = makesBatch ? words.makeBatch : makeDrafts;

  return (
    <DialogFoot
      standing={isAtWork && <ImportStanding />}
      choice={
        phase === 'ready' &&
        kind === 'csv' &&
        isUsable &&
        drafts > 0 && (
          <NewBatchChoice
            label={words.batch}
            isChosen={inBatch}
            onChoose={(next) => useImport.setState({ inBatch: next })}
            nameLabel={words.batchName}
            name={batchName}
            onName={(name) => useImport.setState({ batchName: name })}
          />
        )
      }
      buttons={
        <>
          <Button onPress={endImport}>
            {phase === 'making'
              ? words.stop
              : isUsable || isAtWork
                ? texts.common.cancel
                : texts.common.close}
          </Button>
          {phase === 'ready' && !isUsable && (
            <>
              {picker.input}
              <Button onPress={() => void picker.choose()}>{words.again}</Button>
            </>
          )}
          {phase === 'ready' && report !== null && isOnlyStale(report) && onStale === 'refuse' && (
            <Button kind="primary" onPress={() => void takeStale()}>
              {words.takeStale}
            </Button>
          )}
          {isUsable && (
            <Button
              kind="primary"
              autoFocus
              isDisabled={isAtWork || (drafts === 0 && !makesBatch)}
              onPress={() => void makeImported()}
            >
              {make}
            </Button>
          )}
        </>
      }
    />
  );
}

function ImportStanding(): ReactElement {
  const { phase, progress } = useImport();
  const words = texts.plans;
  const isCounting = progress !== null && progress.done < progress.of;
  const said = isCounting
    ? words.looking(count(progress.done), count(progress.of))
    : phase === 'making'
      ? words.making
      : progress === null
        ? words.reading
        : words.checking;
  return (
    <div className={styles.progress}>
      <p role="status">{said}</p>
      <ProgressBar label={words.title} share={isCounting ? progress.done / progress.of : null} words={said} />
    </div>
  );
}
