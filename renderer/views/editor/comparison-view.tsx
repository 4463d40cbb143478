import { type ReactElement, useState } from 'react';
import { useEditor } from '../../store/editor.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Switch } from '../../ui/switch.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './comparison.module.css';

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
      <table className={styles.table} aria-label={words.title}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.server}</th>
            <th scope="col">{words.draft}</th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ part, label, server, draft, result, change }) => (
            <tr key={`${part} ${label}`} className={styles[change]}>
              <th scope="row">
                {shown(label)}
                {change !== 'unchanged' && <span className={styles.change}>{words.change[change]}</span>}
              </th>
              <td className={cx(server !== result && styles.former)}>{shown(server)}</td>
              <td>{shown(draft)}</td>
              <td className={cx(server !== result && styles.next)}>{shown(result)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p>{words.allSame}</p>}
    </div>
  );
}
