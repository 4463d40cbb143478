import { type ReactElement, useState } from 'react';
import type { Connection } from '../../../electron/model/connection.ts';
import { fileSize } from '../../format.ts';
import { editTeam, stopEditingTeam, useNavigation } from '../../store/navigation.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Copyable } from '../../ui/copyable.tsx';
import { Pill } from '../../ui/pill.tsx';
import { shown } from '../../ui/visible-text.ts';
import { EditConnectionDialog } from './edit-connection-dialog.tsx';
import { RemoveConnectionDialog } from './remove-connection-dialog.tsx';
import styles from './settings.module.css';

/** One team: where it is, where its key is, what its server allows. */
export function ConnectionCard({ connection }: { readonly connection: Connection }): ReactElement {
  const [isRemoving, setRemoving] = useState(false);
  const isEditing = useNavigation((state) => state.editing === connection.id);
  const { name, serverUrl, teamId, keyHeld, keyHint, maxFileBytes, rateLimit, demo } = connection;
  const words = texts.settings;
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h3 className={styles.cardTitle}>{shown(name)}</h3>
        {demo && <Pill>{texts.bar.demo}</Pill>}
        <span className={styles.cardActions}>
          {!demo && (
            <Button aria-label={words.editOf(shown(name))} onPress={() => editTeam(connection.id)}>
              {words.edit}
            </Button>
          )}
          <Button kind="quiet" aria-label={words.removeOf(shown(name))} onPress={() => setRemoving(true)}>
            {words.remove}
          </Button>
        </span>
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{words.server}</dt>
          <dd>{shown(serverUrl)}</dd>
        </div>
        <div>
          <dt>{words.teamId}</dt>
          <dd>
            <Copyable what={words.teamId} value={teamId} />
          </dd>
        </div>
        <div>
          <dt>{words.key}</dt>
          <dd>{words.keyIn[keyHeld](shown(keyHint ?? ''))}</dd>
        </div>
        <div>
          <dt>{words.maxFile}</dt>
          <dd>{fileSize(maxFileBytes)}</dd>
        </div>
        <div>
          <dt>{words.rate}</dt>
          <dd>
            {rateLimit === null ? words.noRate : words.rateOf(rateLimit.count, rateLimit.windowSeconds)}
          </dd>
        </div>
      </dl>
      <EditConnectionDialog connection={connection} isOpen={isEditing} onClose={stopEditingTeam} />
      <RemoveConnectionDialog
        connection={connection}
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
      />
    </li>
  );
}
