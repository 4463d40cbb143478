import type { ReactElement, ReactNode } from 'react';
import type { Attempt } from '../../../electron/model/attempt.ts';
import { absolute, count, fileSize, oneDecimal, shortId } from '../../format.ts';
import { texts } from '../../texts/texts.ts';
import { Copyable } from '../../ui/copyable.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './history.module.css';

type Props = {
  readonly attempt: Attempt;
  /** What has become of the app's copy of what was sent. */
  readonly copy: string | null;
};

/** Ms: nothing took no time. */
const leastShown = 100;

/** When it was, how long it took, what the server answered, and the checksums that prove what was sent. */
export function AttemptFacts({ attempt, copy }: Props): ReactElement {
  const { startedAt, finishedAt, failure, answer, before, sent, after, releaseId } = attempt;
  const status = answer?.status ?? failure?.status ?? null;
  const details = answer?.details ?? failure?.details ?? null;
  const { artifact } = sent;
  const words = texts.history;
  return (
    <dl className={styles.facts}>
      <Fact name={words.began}>{absolute(startedAt)}</Fact>
      {finishedAt !== null && (
        <Fact name={words.took}>
          {words.seconds(
            oneDecimal(Math.max(leastShown, Date.parse(finishedAt) - Date.parse(startedAt)) / 1000),
          )}
        </Fact>
      )}
      {status !== null && <Fact name={words.httpStatus}>{status}</Fact>}
      {details !== null && (
        <Fact name={status === null ? words.systemSaid : words.serverSaid}>{shown(details)}</Fact>
      )}
      {before?.file?.checksum != null && (
        <Fact name={words.md5Before}>
          <Copyable what={words.md5Before} value={before.file.checksum} />
        </Fact>
      )}
      {artifact !== null && (
        <>
          <Fact name={words.bytes}>
            {words.fileOf(shown(artifact.name), fileSize(artifact.size), count(artifact.size))}
          </Fact>
          <Fact name={words.md5Sent}>
            <Copyable what={words.md5Sent} value={artifact.md5} />
          </Fact>
          {copy !== null && <Fact name={texts.vault.copy}>{copy}</Fact>}
        </>
      )}
      {after?.file?.checksum != null && (
        <Fact name={words.md5After}>
          <Copyable what={words.md5After} value={after.file.checksum} />
        </Fact>
      )}
      {releaseId !== null && (
        <Fact name={words.release}>
          <Copyable what={words.releaseId} value={releaseId}>
            {shortId(releaseId)}
          </Copyable>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
