import type { ReactElement } from 'react';
import type { Failure } from '../../electron/model/failure.ts';
import { useConnections } from '../store/connections.ts';
import { editTeam } from '../store/navigation.ts';
import { texts } from '../texts/texts.ts';
import { Button } from './button.tsx';

type Props = { readonly failure: Failure | null; readonly onRetry: () => void };

/** What can be done about a failed reading: trying again, and mending the connection where that is what is wrong. */
export function FailureActions({ failure, onRetry }: Props): ReactElement {
  const connection = useConnections(({ connections, currentId }) =>
    connections.find(({ id }) => id === currentId),
  );
  const isAboutTeam = failure !== null && teamKinds.has(failure.kind);
  return (
    <>
      {isAboutTeam && connection !== undefined && !connection.demo && (
        <Button onPress={() => editTeam(connection.id)}>{texts.common.editTeam}</Button>
      )}
      <Button onPress={onRetry}>{texts.common.tryAgain}</Button>
    </>
  );
}

const teamKinds: ReadonlySet<Failure['kind']> = new Set([
  'no-key',
  'keyring',
  'invalid-key',
  'invalid-team',
  'name-not-found',
  'tls',
  'not-lukittu',
]);
