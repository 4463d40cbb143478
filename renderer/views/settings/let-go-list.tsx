import type { ReactElement } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { LetGo } from '../../../electron/model/vault.ts';
import { count, fileSize } from '../../format.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { FileName } from '../../ui/file-name.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Time } from '../../ui/time.tsx';
import { shown } from '../../ui/visible-text.ts';
import disclosure from '../connect/connect.module.css';
import styles from './settings.module.css';

/** Copies that went to stay within the limit, the newest first. */
export function LetGoList({ letGo }: { readonly letGo: readonly LetGo[] }): ReactElement {
  const words = texts.vault;
  return (
    <Disclosure>
      <Heading level={3} className={cx(disclosure.disclosureHead)}>
        <Button slot="trigger" className={cx(disclosure.disclosureButton)}>
          <Icon name="down" size={12} />
          {words.letGo(letGo.length, count(letGo.length))}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul className={styles.letGo}>
          {letGo.map(({ name, version, size, at }) => (
            <li key={`${name} ${version} ${at}`}>
              <FileName name={name} />
              <span className={styles.muted}>{words.letGoOf(shown(version), fileSize(size))}</span>
              <span className={styles.muted}>
                <Time iso={at} />
              </span>
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
