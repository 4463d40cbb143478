import type { ReactElement } from 'react';
import { useConnections } from '../../store/connections.ts';
import { setConnecting } from '../../store/navigation.ts';
import { useSession } from '../../store/session.ts';
import { lookForUpdates } from '../../store/updates.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Copyable } from '../../ui/copyable.tsx';
import { shown } from '../../ui/visible-text.ts';
import { BackgroundSetting } from './background-setting.tsx';
import { ConnectionCard } from './connection-card.tsx';
import styles from './settings.module.css';
import { VaultSettings } from './vault-settings.tsx';

/** The teams, where things are kept, and which app this is. */
export function SettingsScreen(): ReactElement {
  const connections = useConnections((state) => state.connections);
  const info = useSession((state) => state.info);
  const words = texts.settings;
  return (
    <section aria-label={words.title} data-pane="list" className={styles.screen}>
      <div className={styles.content}>
        <h1 className={styles.title}>{words.title}</h1>
        <section aria-labelledby="settings-teams" className={styles.group}>
          <div className={styles.groupHead}>
            <h2 id="settings-teams" className={styles.groupTitle}>
              {words.teams}
            </h2>
            <Button icon="plus" onPress={() => setConnecting(true)}>
              {words.add}
            </Button>
          </div>
          <ul className={styles.cards}>
            {connections.map((connection) => (
              <ConnectionCard key={connection.id} connection={connection} />
            ))}
          </ul>
        </section>
        <BackgroundSetting />
        <VaultSettings />
        <section aria-labelledby="settings-kept" className={styles.group}>
          <h2 id="settings-kept" className={styles.groupTitle}>
            {words.kept}
          </h2>
          <p>{info?.keyring.available === false ? words.keptSession : words.keptKeyring}</p>
          {info?.keyring.problem != null && <p className={styles.muted}>{shown(info.keyring.problem)}</p>}
          <p>{words.keptData}</p>
          {info !== null && (
            <p className={styles.folder}>
              <Copyable what={words.dataFolder} value={info.dataFolder} />
            </p>
          )}
        </section>
        {info !== null && (
          <section aria-labelledby="settings-about" className={styles.group}>
            <h2 id="settings-about" className={styles.groupTitle}>
              {words.about}
            </h2>
            <dl className={styles.facts}>
              <div>
                <dt>{words.version}</dt>
                <dd>{info.version}</dd>
              </div>
              <div>
                <dt>{words.runtime}</dt>
                <dd>{info.runtime}</dd>
              </div>
              <div>
                <dt>{words.platform}</dt>
                <dd>{systemName(info.platform)}</dd>
              </div>
            </dl>
            <div>
              <Button onPress={() => void lookForUpdates()}>{texts.updates.look}</Button>
            </div>
          </section>
        )}
      </div>
    </section>
  );
}

/** The system as people call it; as Node calls it where nobody has a name for it. */
function systemName(platform: string): string {
  const [name, ...rest] = platform.split(' ');
  const known: Readonly<Record<string, string>> = texts.settings.systems;
  return [known[name ?? ''] ?? name, ...rest].join(' ');
}
