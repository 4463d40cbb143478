import type { ReactElement } from 'react';
import { preferences } from '../../../electron/model/preference.ts';
import { remember, useSession } from '../../store/session.ts';
import { texts } from '../../texts/texts.ts';
import { Switch } from '../../ui/switch.tsx';
import styles from './settings.module.css';

/** Whether closing the window during a batch asks; the question itself can turn that off. */
export function BackgroundSetting(): ReactElement {
  const isAlways = useSession(({ settings }) => settings[preferences.whenClosed] === 'background');
  const words = texts.background;
  return (
    <section aria-labelledby="settings-background" className={styles.group}>
      <h2 id="settings-background" className={styles.groupTitle}>
        {words.title}
      </h2>
      <Switch
        isSelected={isAlways}
        onChange={(always) => remember(preferences.whenClosed, always ? 'background' : 'ask')}
        describedBy="settings-background-hint"
      >
        {words.always}
      </Switch>
      <p id="settings-background-hint" className={styles.muted}>
        {words.alwaysHint}
      </p>
    </section>
  );
}
