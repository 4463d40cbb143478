import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { commands } from '../../../electron/model/command.ts';
import { perform } from '../../store/window-actions.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Keys } from '../../ui/keys.tsx';
import styles from './palette-button.module.css';

const accelerator = commands.find(({ name }) => name === 'palette')?.accelerator ?? '';

/** Says in the title bar that everything can be searched for, and with which keys. */
export function PaletteButton(): ReactElement {
  return (
    <Button className={cx(styles.button)} aria-label={texts.palette.open} onPress={() => perform('palette')}>
      <Icon name="search" size={14} />
      <span className={styles.words}>{texts.palette.open}</span>
      <Keys accelerator={accelerator} />
    </Button>
  );
}
