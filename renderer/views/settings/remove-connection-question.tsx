import { type ReactElement, useEffect, useState } from 'react';
import type { Connection } from '../../../electron/model/connection.ts';
import type { Failure } from '../../../electron/model/failure.ts';
import { call } from '../../api.ts';
import { count } from '../../format.ts';
import { removeConnection } from '../../store/connections.ts';
import { notify } from '../../store/notices.ts';
import { readInPieces } from '../../store/pieces.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { shown } from '../../ui/visible-text.ts';

type Props = { readonly connection: Connection; readonly onClose: () => void };

/** What is lost with a team and what is not, and the two answers. */
export function RemoveConnectionQuestion({ connection, onClose }: Props): ReactElement {
  /** Null while they are counted, and where they cannot be. */
  const [drafts, setDrafts] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { id, name } = connection;

  useEffect(() => {
    void readInPieces((piece) => call('drafts.list', { connectionId: id, ...piece })).then((answer) => {
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
      <p>{whatIsLost(drafts)}</p>
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

function whatIsLost(drafts: number | null): string {
  const words = texts.settings;
  if (drafts === 0) return words.removeText;
  return words.removeTextWith(drafts === null ? words.itsDrafts : words.drafts(drafts, count(drafts)));
}
