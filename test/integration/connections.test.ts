import { describe, expect, onTestFinished, test } from 'vitest';
import { appError } from '../../electron/errors.ts';
import type { KeyStore } from '../../electron/keys/key-store.ts';
import { createSessionKeyStore } from '../../electron/keys/session-key-store.ts';
import type { ConnectionForm } from '../../electron/model/connection.ts';
import { createServices, type Services } from '../../electron/services.ts';
import { failureOf } from '../support/failures.ts';
import { startListeningServer } from '../support/listening-server.ts';
import { type RunningApp, runApp } from '../support/running-app.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** What the form of a connection says when nobody has touched it. */
function formOf({ connection }: RunningApp): ConnectionForm {
  const { name, serverUrl, teamId, maxFileBytes, rateLimit } = connection;
  return { name, serverUrl, teamId, apiKey: '', maxFileBytes, rateLimit };
}

const change = (app: RunningApp, form: Partial<ConnectionForm>) =>
  Promise.resolve(
    app.services.handlers['connections.update'](
      { connectionId: app.connection.id, form: { ...formOf(app), ...form } },
      [],
    ),
  );
const remove = (app: RunningApp) =>
  Promise.resolve().then(() =>
    app.services.handlers['connections.remove']({ connectionId: app.connection.id }, []),
  );

/** A job whose request has come to the server and waits there. */
async function atServer(app: RunningApp) {
  const arrival = app.demo.faults.add({ method: 'PUT', at: 'received', effect: { kind: 'pause' } });
  const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });
  const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
  await arrival.reached;
  return { id, letGo: () => arrival.resume() };
}

describe('a connection', () => {
  test('is neither changed nor removed while a request of it is under way, and both as soon as that is done', async () => {
    const app = await runApp();
    const { id, letGo } = await atServer(app);
    expect(await failureOf(change(app, { name: 'Other' }))).toMatchObject({ kind: 'busy' });
    expect(await failureOf(remove(app))).toMatchObject({ kind: 'busy' });
    letGo();
    await app.until(id, 'verified');
    expect((await change(app, { name: 'Other' })).connection.name).toBe('Other');
    await remove(app);
    expect(await app.services.handlers['connections.list']({}, [])).toEqual([]);
  });

  test('takes a team id in capitals for the one the server writes in small letters', async () => {
    const app = await runApp();
    const { teamId } = app.connection;
    expect((await change(app, { teamId: teamId.toUpperCase() })).connection.teamId).toBe(teamId);
  });

  test('is not removed while a job of it waits', async () => {
    const app = await runApp();
    const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });
    const { handlers } = app.services;
    const reading = app.demo.faults.add({ method: 'GET', at: 'arrival', effect: { kind: 'pause' } });
    const { id } = await handlers['jobs.publish']({ draftId: draft.id }, []);
    await reading.reached;
    await handlers['jobs.pause']({ jobId: id }, []);
    await app.until(id, 'paused');
    expect(await failureOf(remove(app))).toMatchObject({ kind: 'busy' });
    await handlers['jobs.cancel']({ jobId: id }, []);
    await remove(app);
  });

  test('with drafts does not become one of another team, whose releases they would go to', async () => {
    const app = await runApp();
    await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });
    app.demo.forgetRequests();
    const failure = await failureOf(change(app, { teamId: '6d0cb053-941c-491f-a3a3-000000000001' }));
    expect(failure).toMatchObject({ kind: 'invalid-input', fields: [{ path: 'teamId' }] });
    expect(app.demo.requests).toEqual([]);
  });

  test('that is removed while its server is asked does not come back, and its key does not stay', async () => {
    const keyring = createSessionKeyStore();
    const app = await runApp({ keyring });
    const asked = app.demo.faults.add({ method: 'GET', at: 'arrival', effect: { kind: 'pause' } });
    const changing = failureOf(change(app, { apiKey: app.demo.apiKey }));
    await asked.reached;
    await remove(app);
    asked.resume();
    expect(await changing).toMatchObject({ kind: 'not-known' });
    expect(await app.services.handlers['connections.list']({}, [])).toEqual([]);
    const { origin } = new URL(app.connection.serverUrl);
    expect(await keyring.get(`${origin} ${app.connection.id}`)).toBeNull();
  });
});

/** The services on a keyring that answers or not, as the test says. */
async function onKeyring() {
  const keyring = createSessionKeyStore();
  let silent = true;
  const whileItAnswers = async <T>(work: () => Promise<T>): Promise<T> => {
    if (silent) throw appError('keyring');
    return work();
  };
  const unsteady: KeyStore = {
    get: (account) => whileItAnswers(() => keyring.get(account)),
    set: (account, key) => whileItAnswers(() => keyring.set(account, key)),
    delete: (account) => whileItAnswers(() => keyring.delete(account)),
  };
  const services: Services = await createServices({
    dataFolder: tempFolder(),
    keyring: unsteady,
    keyringProblem: null,
    app: { version: '0.0.0', platform: 'test', runtime: 'node' },
  });
  onTestFinished(() => services.close());
  const server = await startListeningServer();
  const add = (apiKey: string) =>
    services.handlers['connections.add']({ ...form, serverUrl: server.origin, apiKey }, []);
  const answers = (): void => {
    silent = false;
  };
  return { services, server, add, answers };
}

const form: ConnectionForm = {
  name: 'Team',
  serverUrl: '',
  teamId: '6d0cb053-941c-491f-a3a3-000000000002',
  apiKey: '',
  maxFileBytes: 1024,
  rateLimit: null,
};

describe('the key of a connection', () => {
  test.each([
    ['lab_main_0123456789abcdef', 'cdef'],
    ['0123456789abcdef', 'cdef'],
    ['0123456789abcde', null],
    ['short', null],
  ])('%s is known by its end, but for one of which that would be a good part: %s', async (key, end) => {
    const { add } = await onKeyring();
    expect((await add(key)).connection.keyHint).toBe(end);
  });

  test('that was held in memory is used no more when another has come into the keyring', async () => {
    const { services, server, add, answers } = await onKeyring();
    const { connection } = await add('the_first_key_of_the_team');
    expect(connection.keyHeld).toBe('session');
    answers();
    const { id: connectionId } = connection;
    const changed = { ...form, serverUrl: server.origin, apiKey: 'the_second_key_of_the_team' };
    const { connection: now } = await services.handlers['connections.update'](
      { connectionId, form: changed },
      [],
    );
    expect(now.keyHeld).toBe('keyring');
    await services.handlers['products.refresh']({ connectionId }, []);
    expect(server.keys()).toEqual(['Bearer the_first_key_of_the_team', 'Bearer the_second_key_of_the_team']);
    expect(server.lastKey()).toBe('Bearer the_second_key_of_the_team');
  });

  test('that never came into a keyring keeps nobody from removing its connection', async () => {
    const { services, add } = await onKeyring();
    const { connection } = await add('the_first_key_of_the_team');
    await services.handlers['connections.remove']({ connectionId: connection.id }, []);
    expect(await services.handlers['connections.list']({}, [])).toEqual([]);
  });
});
