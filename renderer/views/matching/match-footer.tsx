import { type ReactElement, useMemo } from 'react';
import { count, fileSize } from '../../format.ts';
import { freeBatchName } from '../../store/batch-actions.ts';
import { setInBatch, useFileMatching } from '../../store/file-matching.ts';
import { makeMatchedDrafts } from '../../store/match-actions.ts';
import { countsOf } from '../../store/match-rows.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { NewBatchChoice } from '../batches/new-batch-choice.tsx';
import styles from './matching.module.css';

/** How many there are of what, whether a batch is made of them, and the button that makes the drafts. */
export function MatchFooter({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { phase, matches, choices, inBatch, batchName, failure } = useFileMatching();
  const counts = useMemo(() => countsOf(matches, choices), [matches, choices]);
  const words = texts.matching;
  const { drafts, clashes } = counts;
  const isAtWork = phase === 'making' || (phase === 'looking' && failure === null);

  return (
    <DialogFoot
      standing={
        isAtWork ? (
          <MatchingProgress files={drafts} />
        ) : (
          <p className={styles.summary} role="status">
            <span>
              {words.summary(
                words.files(matches.length, count(matches.length)),
                counts.sure,
                counts.likely,
                counts.open,
              )}
            </span>
            {clashes > 0 ? (
              <strong className={styles.clash}>{words.notBoth(clashes, count(clashes))}</strong>
            ) : (
              matches.length > 0 && <span className={styles.keys}>{words.keys}</span>
            )}
          </p>
        )
      }
      choice={
        phase === 'choosing' &&
        drafts > 1 && (
          <NewBatchChoice
            label={words.batch}
            isChosen={inBatch}
            onChoose={setInBatch}
            nameLabel={words.batchName}
            name={batchName ?? freeBatchName()}
            onName={(name) => useFileMatching.setState({ batchName: name })}
          />
        )
      }
      buttons={
        <>
          <Button onPress={onClose}>{phase === 'making' ? words.stop : texts.common.cancel}</Button>
          {phase !== 'looking' && matches.length > 0 && (
            <Button
              kind="primary"
              isDisabled={phase === 'making' || drafts === 0 || clashes > 0}
              onPress={() => void makeMatchedDrafts()}
            >
              {drafts === 0 ? words.makeNone : words.make(drafts, count(drafts))}
            </Button>
          )}
        </>
      }
    />
  );
}

function MatchingProgress({ files: chosen }: { readonly files: number }): ReactElement {
  const { progress, phase } = useFileMatching();
  const words = texts.matching;
  const begun = { step: 'copying', files: 0, ofFiles: chosen, bytes: 0, ofBytes: 0 } as const;
  const nothing = { ...begun, step: 'finding', ofFiles: null } as const;
  const { step, files, ofFiles, bytes, ofBytes } = progress ?? (phase === 'making' ? begun : nothing);
  const of = count(ofFiles ?? 0);
  const said = {
    finding: words.finding,
    looking: words.looking(count(files), of),
    copying: words.copying(count(files), of),
  }[ofFiles === null ? 'finding' : step];
  const share = step === 'copying' && ofBytes > 0 ? bytes / ofBytes : ofFiles ? files / ofFiles : null;
  return (
    <div className={styles.progress}>
      <p className={styles.summary}>
        <span>{said}</span>
        {ofBytes > 0 && <span>{words.bytes(fileSize(bytes), fileSize(ofBytes))}</span>}
      </p>
      <ProgressBar label={words.title} share={share} words={said} />
    </div>
  );
}
