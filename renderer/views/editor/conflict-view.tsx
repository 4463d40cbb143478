import { type ReactElement, useState } from 'react';
import type { Conflict, ConflictChoice, Job } from '../../../electron/model/job.ts';
import { cancelJob, resolveJob } from '../../store/jobs.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import styles from './conflict.module.css';
import { ConflictRow } from './conflict-row.tsx';
import editor from './editor.module.css';
import footer from './editor-footer.module.css';
import { useMerging } from './use-merging.ts';

type Props = { readonly job: Job; readonly conflicts: readonly Conflict[] };

/**
 * Fields that changed here and on the server: when the draft began, the server now, the draft; one is chosen. Below them
 * what merges without being asked about.
 */
export function ConflictView({ job, conflicts }: Props): ReactElement {
  const [choices, setChoices] = useState<Readonly<Record<string, ConflictChoice>>>({});
  const [isSending, setSending] = useState(false);
  const merging = useMerging(job.id, choices);
  const words = texts.conflict;
  const left = conflicts.filter(({ label }) => choices[label] === undefined).length;

  const all = (choice: ConflictChoice) =>
    setChoices(Object.fromEntries(conflicts.map(({ label }) => [label, choice])));
  const goOn = async () => {
    setSending(true);
    await resolveJob(job.id, { ...choices });
    setSending(false);
  };

  return (
    <>
      <div className={editor.scroll}>
        <section aria-label={words.title} className={styles.conflict}>
          <Banner tone="warning" role="alert">
            <strong>{words.title}.</strong> {words.text}
          </Banner>
          <div className={styles.all}>
            <Button onPress={() => all('mine')}>{words.allMine}</Button>
            <Button onPress={() => all('theirs')}>{words.allTheirs}</Button>
          </div>
          <ul className={styles.rows}>
            {conflicts.map((conflict) => (
              <ConflictRow
                key={conflict.label}
                conflict={conflict}
                choice={choices[conflict.label] ?? null}
                onChoose={(choice) => setChoices({ ...choices, [conflict.label]: choice })}
              />
            ))}
          </ul>
          {merging.length > 0 && (
            <div className={styles.byItself}>
              <h3 className={editor.sectionTitle}>{words.byItself}</h3>
              <p className={editor.hint}>{words.byItselfText}</p>
              <ComparisonTable label={words.byItself} rows={merging} />
            </div>
          )}
        </section>
      </div>
      <div className={footer.footer}>
        <div className={footer.buttons}>
          <p id="conflicts-left" className={footer.state} role="status">
            {left > 0 && words.left(left)}
          </p>
          <Button kind="quiet" onPress={() => void cancelJob(job.id)}>
            {words.stop}
          </Button>
          <Button
            kind="primary"
            isDisabled={left > 0 || isSending}
            aria-describedby="conflicts-left"
            onPress={() => void goOn()}
          >
            {words.goOn}
          </Button>
        </div>
      </div>
    </>
  );
}
