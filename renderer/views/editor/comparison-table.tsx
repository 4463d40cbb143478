import type { ReactElement } from 'react';
import type { ComparisonRow } from '../../../electron/model/draft.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { LongText } from '../../ui/long-text.tsx';
import { ComparedFile } from './compared-file.tsx';
import styles from './comparison.module.css';

type Props = {
  readonly label: string;
  readonly rows: readonly ComparisonRow[];
  /** The checksums of the files, where they are known. */
  readonly md5?: { readonly server: string | null; readonly result: string | null };
};

const noSums = { server: null, result: null };

/** Fields side by side: on the server now, in the draft, and what will be there afterwards. */
export function ComparisonTable({ label, rows, md5 = noSums }: Props): ReactElement {
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
              <Value part={part} text={server} what={texts.ids.md5Of.server} md5={md5.server} />
            </td>
            <td>
              <LongText text={draft} />
            </td>
            <td className={cx(server !== result && styles.next)}>
              <Value part={part} text={result} what={texts.ids.md5Of.result} md5={md5.result} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ValueProps = {
  readonly part: ComparisonRow['part'];
  readonly text: string;
  readonly what: string;
  readonly md5: string | null;
};

function Value({ part, text, what, md5 }: ValueProps): ReactElement {
  if (part !== 'file' || md5 === null) return <LongText text={text} />;
  return <ComparedFile text={text} what={what} md5={md5} />;
}
