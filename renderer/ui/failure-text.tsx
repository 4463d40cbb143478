import type { ReactElement } from 'react';
import type { Failure } from '../../electron/model/failure.ts';
import { texts } from '../texts/texts.ts';
import styles from './failure-text.module.css';
import { shown } from './visible-text.ts';

type Props = {
  readonly failure: Failure;
  /** The app does itself what there is to do. */
  readonly isCaredFor?: boolean;
};

/** What happened, what to do about it, and what the server said, for the curious. */
export function FailureText({ failure, isCaredFor = false }: Props): ReactElement {
  const lines = failure.fields.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return (
    <div className={styles.failure}>
      <p>
        <strong>{shown(failure.message)}</strong> {!isCaredFor && shown(failure.remedy)}
      </p>
      {failure.details !== null && (
        <p className={styles.details}>
          {failure.status === null
            ? texts.common.errorCode(shown(failure.details))
            : texts.common.serverSaid(shown(failure.details))}
        </p>
      )}
      {lines.length > 0 && (
        <ul className={styles.details}>
          {lines.map((line) => (
            <li key={line}>{shown(line)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
