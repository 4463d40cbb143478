import { type ReactElement, useEffect, useState } from 'react';
import type { Connection } from '../../../electron/model/connection.ts';
import type { Failure } from '../../../electron/model/failure.ts';
import { call } from '../../api.ts';
import { removeConnection } from '../../store/connections.ts';
import { notify } from '../../store/notices.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { shown } from '../../ui/visible-text.ts';

type Props = {
  readonly connection: Connection;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Asks before a team is removed, saying what is lost and what is not. */
export function RemoveConnectionDialog({ connection, isOpen, onClose }: Props): ReactElement {
  return (
    <Dialog
      role="alertdialog"
      title={texts.settings.removeTitle(shown(connection.name))}
      isOpen={isOpen}
      onClose={onClose}
    >
      <RemoveQuestion connection={connection} onClose={onClose} />
    </Dialog>
  );
}

function RemoveQuestion({ connection, onClose }: Omit<Props, 'isOpen'>): ReactElement {
  const [drafts, setDrafts] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { id, name } = connection;

  useEffect(() => {
    void call('drafts.list', { connectionId: id }).then((answer) => {
      if (answer.ok) setDrafts(answer.value.length);
    });
  }, [id]);

  const remove = async () => {
    setBusy(true);
    const answer = await removeConnection(id);
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    notify({ tone: 'info', message: texts.settings.removed(shown(name)) });
  };

  return (
    <>
      <p>{texts.settings.removeText(drafts)}</p>
      {failure !== null && (
        <Banner tone="danger" role="alert">
          <FailureText failure={failure} />
        </Banner>
      )}
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {texts.common.cancel}
        </Button>
        <Button kind="danger" isDisabled={isBusy} onPress={() => void remove()}>
          {texts.settings.removeConfirm}
        </Button>
      </DialogActions>
    </>
  );
}
