import type { ReactElement } from 'react';
import type { Artifact } from '../../../electron/model/draft.ts';
import { texts } from '../../texts/texts.ts';
import { Copyable } from '../../ui/copyable.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './file-facts.module.css';

/** What is known of a file in the draft: its checksums, and what a jar says of itself. */
export function ArtifactFacts({ artifact }: { readonly artifact: Artifact }): ReactElement {
  const { jar, md5, sha256 } = artifact;
  const isReadable = jar !== null && 'mainClassName' in jar;
  return (
    <dl className={styles.facts}>
      {isReadable && jar.pluginName !== null && (
        <div>
          <dt>{texts.file.plugin}</dt>
          <dd>{shown(texts.file.pluginVersion(jar.pluginName, jar.pluginVersion ?? ''))}</dd>
        </div>
      )}
      {isReadable && (
        <div>
          <dt>{texts.file.mainClass}</dt>
          <dd className={styles.mono}>{shown(jar.mainClassName)}</dd>
        </div>
      )}
      <div>
        <dt>{texts.file.md5}</dt>
        <dd>
          <Copyable what={texts.file.md5} value={md5} />
        </dd>
      </div>
      <div>
        <dt>{texts.file.sha256}</dt>
        <dd>
          <Copyable what={texts.file.sha256} value={sha256} />
        </dd>
      </div>
    </dl>
  );
}
