import { type ReactElement, useEffect, useRef } from 'react';
import type { VaultUsage } from '../../../electron/model/vault.ts';
import {
  filesInWords,
  type LimitQuestion,
  leaveVaultLimit,
  limitInWords,
  setVaultLimit,
} from '../../store/vault.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './settings.module.css';

type Props = { readonly question: LimitQuestion; readonly usage: VaultUsage };

/** What a lower limit would let go of, and the two answers. */
export function LimitQuestionBanner({ question, usage }: Props): ReactElement {
  const words = texts.vault;
  const answers = useRef<HTMLDivElement>(null);
  useEffect(() => {
    answers.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Banner tone="warning" role="alert">
      <p>{words.question(limitInWords(question.limitBytes), filesInWords(question))}</p>
      <div ref={answers} className={styles.answers}>
        <Button onPress={leaveVaultLimit}>{words.keepLimit(limitInWords(usage.limitBytes))}</Button>
        <Button kind="danger" onPress={() => void setVaultLimit(question.limitBytes)}>
          {words.letThemGo}
        </Button>
      </div>
    </Banner>
  );
}
