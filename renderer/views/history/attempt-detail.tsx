import type { ReactElement } from 'react';
import type { Attempt } from '../../../electron/model/attempt.ts';
import { restoreAttempt } from '../../store/history.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Time } from '../../ui/time.tsx';
import { ToneWords } from '../../ui/tone.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import editor from '../editor/editor.module.css';
import footer from '../editor/editor-footer.module.css';
import header from '../editor/editor-header.module.css';
import { AttemptFacts } from './attempt-facts.tsx';
import { attemptLook, sentWords } from './attempt-look.ts';
import { AttemptTable } from './attempt-table.tsx';
import styles from './history.module.css';
import { copyWords, restoreWords } from './restore-words.ts';
import { useFileFate } from './use-file-fate.ts';

type Props = { readonly attempt: Attempt; readonly onBack: (() => void) | null };

/** One attempt: what came of it, what happened, what stood there, and the way back. */
export function AttemptDetail({ attempt, onBack }: Props): ReactElement {
  const { outcome, failure, before } = attempt;
  const fate = useFileFate(attempt);
  const copy = useNow((now) => copyWords(fate, now));
  const hint = useNow((now) => restoreWords(attempt, fate, now));
  const look = attemptLook[outcome];
  const words = texts.history;
  return (
    <div className={styles.detail}>
      <div className={header.header}>
        <div className={header.first}>
          {onBack !== null && <IconButton icon="back" label={texts.editor.back} onPress={onBack} />}
          <h2 className={header.title}>{shown(attempt.version)}</h2>
        </div>
        <div className={header.facts}>
          <ToneWords look={look} words={words.outcome[outcome]} />
          <span>{sentWords(attempt)}</span>
          <Time iso={attempt.startedAt} />
        </div>
      </div>
      <div className={editor.scroll}>
        <div className={styles.body}>
          {failure !== null ? (
            <Banner tone={look.tone === 'bad' ? 'danger' : 'warning'}>
              <FailureText failure={failure} />
            </Banner>
          ) : (
            <p className={editor.hint}>{words.outcomeText[outcome]}</p>
          )}
          <section aria-label={words.facts} className={editor.section}>
            <h3 className={editor.sectionTitle}>{words.facts}</h3>
            <AttemptFacts attempt={attempt} copy={copy} />
          </section>
          <section aria-label={words.what} className={editor.section}>
            <h3 className={editor.sectionTitle}>{words.what}</h3>
            <AttemptTable attempt={attempt} />
          </section>
        </div>
      </div>
      <div className={footer.footer}>
        <div className={footer.buttons}>
          <p id="restore-hint" className={footer.state}>
            {hint}
          </p>
          <Button
            isDisabled={before === null}
            aria-describedby="restore-hint"
            onPress={() => void restoreAttempt(attempt)}
          >
            {words.restore}
          </Button>
        </div>
      </div>
    </div>
  );
}
