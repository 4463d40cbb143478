import type { ReactElement } from 'react';
import type { ComparisonRow } from '../../../electron/model/draft.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { LongText } from '../../ui/long-text.tsx';
import styles from './comparison.module.css';

type Props = { readonly label: string; readonly rows: readonly ComparisonRow[] };

/** Fields side by side: on the server now, in the draft, and what will be there afterwards. */
export function ComparisonTable({ label, rows }: Props): ReactElement {
  const words = texts.compare;
  return (
    <table className={styles.table} aria-label={label}>
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
              <LongText text={label} />
              {change !== 'unchanged' && <span className={styles.change}>{words.change[change]}</span>}
            </th>
            <td className={cx(server !== result && styles.former)}>
              <LongText text={server} />
            </td>
            <td>
              <LongText text={draft} />
            </td>
            <td className={cx(server !== result && styles.next)}>
              <LongText text={result} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
