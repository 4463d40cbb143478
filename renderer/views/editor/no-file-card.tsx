import type { ReactElement } from 'react';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { ChooseFileButton } from './choose-file-button.tsx';
import editor from './editor.module.css';
import styles from './file-card.module.css';

type Props = { readonly isLocked: boolean; readonly onChoose: () => void };

/** There is no file, and none comes: the ways to give one. */
export function NoFileCard(props: Props): ReactElement {
  return (
    <div className={cx(editor.card, styles.none)}>
      <Icon name="drop" size={20} />
      <p className={styles.noneText}>
        <strong>{texts.file.none}</strong> {texts.file.noneText}
      </p>
      <ChooseFileButton {...props}>{texts.file.choose}</ChooseFileButton>
    </div>
  );
}
