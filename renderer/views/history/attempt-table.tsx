import type { ReactElement } from 'react';
import type { Attempt } from '../../../electron/model/attempt.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { shown } from '../../ui/visible-text.ts';
import comparison from '../editor/comparison.module.css';
import { attemptRows } from './attempt-rows.ts';
import styles from './history.module.css';

/** Field by field: what stood there, what was sent, what the server held afterwards. */
export function AttemptTable({ attempt }: { readonly attempt: Attempt }): ReactElement {
  const words = texts.history;
  return (
    <table className={comparison.table} aria-label={words.what}>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.sent}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {attemptRows(attempt).map(({ label, before, sent, after }) => (
          <tr key={label} className={before === sent && after === sent ? comparison.unchanged : ''}>
            <th scope="row">{shown(label)}</th>
            <td className={cx(before !== sent && comparison.former)}>{shown(before ?? words.notThere)}</td>
            <td className={cx(before !== sent && comparison.next)}>{shown(sent)}</td>
            <td className={cx(after === null && styles.gone)}>{shown(after ?? words.notRead)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
