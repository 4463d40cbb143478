import { create } from 'zustand';
import type { CallOutput } from '../../electron/contract.ts';
import type { Connection, ConnectionForm, ConnectionReport } from '../../electron/model/connection.ts';
import type { Result } from '../../electron/model/failure.ts';
import { call } from '../api.ts';
import { remember, remembered } from './session.ts';

type Connections = {
  readonly connections: readonly Connection[];
  readonly currentId: string | null;
};

/** The teams that are connected, and the one that is shown. */
export const useConnections = create<Connections>(() => ({ connections: [], currentId: null }));

export function currentConnection(): Connection | null {
  const { connections, currentId } = useConnections.getState();
  return connections.find(({ id }) => id === currentId) ?? null;
}

/** Takes over a new list, keeping the team that is shown while it is still there. */
export function adoptConnections(connections: readonly Connection[]): void {
  const { currentId } = useConnections.getState();
  const wanted = currentId ?? remembered(lastConnection);
  const current = connections.find(({ id }) => id === wanted) ?? connections[0];
  useConnections.setState({ connections, currentId: current?.id ?? null });
}

export function chooseConnection(id: string): void {
  remember(lastConnection, id);
  useConnections.setState({ currentId: id });
}

/** Tests and saves a connection, new when `connectionId` is null. */
export async function saveConnection(
  connectionId: string | null,
  form: ConnectionForm,
): Promise<Result<ConnectionReport>> {
  const answer =
    connectionId === null
      ? await call('connections.add', form)
      : await call('connections.update', { connectionId, form });
  if (answer.ok) upsert(answer.value.connection);
  return answer;
}

/** Breaks off `saveConnection`, which then answers `cancelled` and has saved nothing. */
export async function stopSaving(): Promise<void> {
  await call('connections.stop', {});
}

export async function connectDemo(): Promise<Result<ConnectionReport>> {
  const answer = await call('connections.demo', {});
  if (answer.ok) upsert(answer.value.connection);
  return answer;
}

export async function removeConnection(
  connectionId: string,
): Promise<Result<CallOutput<'connections.remove'>>> {
  const answer = await call('connections.remove', { connectionId });
  if (answer.ok) {
    adoptConnections(useConnections.getState().connections.filter(({ id }) => id !== connectionId));
  }
  return answer;
}

const lastConnection = 'connection';

/** Puts the connection in the list without choosing it: the report is read first. */
function upsert(connection: Connection): void {
  const { connections, currentId } = useConnections.getState();
  const known = connections.some(({ id }) => id === connection.id);
  useConnections.setState({
    connections: known
      ? connections.map((each) => (each.id === connection.id ? connection : each))
      : [...connections, connection],
    currentId: currentId ?? connection.id,
  });
}
