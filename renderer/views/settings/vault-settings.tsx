import { type ReactElement, useEffect } from 'react';
import type { VaultUsage } from '../../../electron/model/vault.ts';
import { fileSize } from '../../format.ts';
import {
  chooseVaultLimit,
  gigabyte,
  leaveVaultLimit,
  limitInWords,
  readVault,
  useVault,
} from '../../store/vault.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { LetGoList } from './let-go-list.tsx';
import { LimitQuestionBanner } from './limit-question-banner.tsx';
import styles from './settings.module.css';

/** How much room the copies of files take, the limit of what is kept of the past, and what was let go of. */
export function VaultSettings(): ReactElement {
  const { usage, question, failure } = useVault();
  const words = texts.vault;
  useEffect(() => void readVault(), []);
  return (
    <section aria-labelledby="settings-vault" className={styles.group}>
      <h2 id="settings-vault" className={styles.groupTitle}>
        {words.title}
      </h2>
      <p>{words.intro}</p>
      {failure !== null && (
        <Banner
          tone="danger"
          role="alert"
          actions={<Button onPress={() => void readVault()}>{texts.common.tryAgain}</Button>}
        >
          <FailureText failure={failure} />
        </Banner>
      )}
      <VaultFacts usage={usage} />
      {usage !== null && (
        <div className={styles.limit}>
          <NumberField
            label={words.limit}
            hint={words.limitHint}
            value={(question?.limitBytes ?? usage.limitBytes) / gigabyte}
            onChange={(gigabytes) => {
              if (Number.isNaN(gigabytes)) leaveVaultLimit();
              else void chooseVaultLimit(gigabytes * gigabyte);
            }}
            minValue={0}
            maxValue={100_000}
          />
        </div>
      )}
      {usage !== null && question !== null && <LimitQuestionBanner question={question} usage={usage} />}
      {usage !== null && usage.letGo.length > 0 && <LetGoList letGo={usage.letGo} />}
    </section>
  );
}

function VaultFacts({ usage }: { readonly usage: VaultUsage | null }): ReactElement {
  const words = texts.vault;
  const past = usage && words.pastSize(fileSize(usage.historyBytes), limitInWords(usage.limitBytes));
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{words.needed}</dt>
        <dd>{usage === null ? words.reading : words.neededSize(fileSize(usage.neededBytes))}</dd>
      </div>
      <div>
        <dt>{words.past}</dt>
        <dd className={styles.room}>
          <span>{past ?? words.reading}</span>
          {usage !== null && usage.limitBytes > 0 && (
            <span className={styles.bar}>
              <ProgressBar
                label={words.share}
                share={Math.min(1, usage.historyBytes / usage.limitBytes)}
                words={past ?? ''}
                tone="muted"
              />
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}
