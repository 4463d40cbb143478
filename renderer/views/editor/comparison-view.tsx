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
      <ComparisonTable label={words.title} rows={rows} />
      {rows.length === 0 && <p>{words.allSame}</p>}
    </div>
  );
}
