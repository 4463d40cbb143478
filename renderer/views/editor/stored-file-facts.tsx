import type { ReactElement } from 'react';
import type { StoredFile } from '../../../electron/model/release.ts';
import { texts } from '../../texts/texts.ts';
import { Copyable } from '../../ui/copyable.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './file-facts.module.css';

/** What the server says of the file it holds. */
export function StoredFileFacts({ file }: { readonly file: StoredFile }): ReactElement {
  return (
    <dl className={styles.facts}>
      {file.mainClassName !== null && (
        <div>
          <dt>{texts.file.mainClass}</dt>
          <dd className={styles.mono}>{shown(file.mainClassName)}</dd>
        </div>
      )}
      <div>
        <dt>{texts.file.md5}</dt>
        <dd>
          {file.checksum === null ? (
            texts.file.noChecksum
          ) : (
            <Copyable what={texts.file.md5} value={file.checksum} />
          )}
        </dd>
      </div>
    </dl>
  );
}
