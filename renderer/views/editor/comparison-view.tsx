import { type ReactElement, useState } from 'react';
import { useEditor } from '../../store/editor.ts';
import { texts } from '../../texts/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './comparison.module.css';
import { ComparisonTable } from './comparison-table.tsx';

/** What the server holds, what the draft says, and what will be there afterwards, side by side. */
export function ComparisonView(): ReactElement {
  const comparison = useEditor((state) => state.comparison);
  const stored = useEditor(({ release }) => release?.file?.checksum ?? null);
  const file = useEditor((state) => state.file);
  const md5 = {
    server: stored,
    result: file.kind === 'replace' ? file.artifact.md5 : file.kind === 'keep' ? stored : null,
  };
  const [onlyChanges, setOnlyChanges] = useState(false);
  const words = texts.compare;
  if (comparison.length === 0)
    return <EmptyState icon="releases" title={words.nothing} text={words.nothingText} />;
  const rows = onlyChanges ? comparison.filter(({ change }) => change !== 'unchanged') : comparison;

  return (
    <div className={styles.comparison}>
      <Switch isSelected={onlyChanges} onChange={setOnlyChanges}>
        {words.onlyChanges}
      </Switch>
      <ComparisonTable label={words.title} rows={rows} md5={md5} />
      {rows.length === 0 && <p>{words.allSame}</p>}
    </div>
  );
}
