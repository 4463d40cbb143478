import { type ReactElement, useState } from 'react';
import { selectJob } from '../../store/selected-job.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { VirtualGrid } from '../../ui/grid/virtual-grid.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import footer from '../editor/editor-footer.module.css';
import header from '../editor/editor-header.module.css';
import { jobList } from '../queue/job-columns.ts';
import { JobRow } from '../queue/job-row.tsx';
import queue from '../queue/queue.module.css';
import styles from './batch-detail.module.css';
import { standingWords } from './batch-words.ts';
import { RunActions } from './run-actions.tsx';
import { useBatchStanding } from './use-batch-standing.ts';

type Props = { readonly batchId: string; readonly onBack: (() => void) | null };

/** A batch on its way: how it stands, each of its releases, and the ways to stop it and to go on. */
export function BatchRun({ batchId, onBack }: Props): ReactElement | null {
  const run = useBatchStanding(batchId);
  const [selectedId, setSelected] = useState<string | null>(null);
  const words = useNow((now) => (run === null ? '' : standingWords(run.standing, now)));
  if (run === null) return null;
  const { name, jobs, standing } = run;

  return (
    <div className={styles.detail}>
      <div className={header.header}>
        <div className={header.first}>
          {onBack !== null && <IconButton icon="back" label={texts.editor.back} onPress={onBack} />}
          <h2 className={header.title} title={shown(name)}>
            {shown(name)}
          </h2>
        </div>
        <p className={header.facts}>{words}</p>
      </div>
      <div className={styles.progress}>
        <ProgressBar
          label={texts.batches.progress(shown(name))}
          share={standing.share}
          words={words}
          tone={standing.share === 1 ? 'success' : standing.isAtWork ? 'accent' : 'muted'}
        />
      </div>
      <div className={cx(queue.frame, styles.rows)}>
        <VirtualGrid
          label={texts.batches.jobs}
          items={jobs}
          keyOf={({ id }) => id}
          textOf={({ version }) => version}
          columns={jobList.columns}
          layout={cx(queue.columns)}
          Row={JobRow}
          selectedKey={selectedId}
          onSelect={({ id }) => setSelected(id)}
          onPick={({ id }) => setSelected(id)}
          onOpen={(job) => selectJob(job, true)}
        />
      </div>
      <div className={footer.footer}>
        <div className={cx(footer.buttons, styles.runButtons)}>
          <RunActions batchId={batchId} standing={standing} />
        </div>
      </div>
    </div>
  );
}
