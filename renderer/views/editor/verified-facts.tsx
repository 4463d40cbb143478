import type { ReactElement } from 'react';
import { useEditor } from '../../store/editor.ts';
import { texts } from '../../texts/texts.ts';
import { Copyable } from '../../ui/copyable.tsx';
import styles from './job-card.module.css';

/** What was compared, and the checksum that proves it. */
export function VerifiedFacts({ hasFile }: { readonly hasFile: boolean }): ReactElement {
  const checksum = useEditor((state) => state.release?.file?.checksum ?? null);
  return (
    <>
      <p>{hasFile ? texts.job.verifiedText : texts.job.verifiedFields}</p>
      {hasFile && checksum !== null && (
        <p className={styles.checksum}>
          {texts.job.checksum} <Copyable what={texts.job.checksum} value={checksum} />
        </p>
      )}
    </>
  );
}
