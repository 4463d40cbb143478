import { type Clock, isoNow } from '../clock.ts';
import { AppError, appError } from '../errors.ts';
import { cleanApiKey } from '../keys/api-key.ts';
import type { KeyHolder } from '../keys/key-holder.ts';
import { accountOf } from '../keys/key-store.ts';
import { parseServerUrl, sameOrigin } from '../lukittu/url.ts';
import type { Connection, ConnectionForm, ConnectionReport } from '../model/connection.ts';
import type { Result } from '../model/failure.ts';
import { givenIdSchema } from '../model/release.ts';
import type { ConnectionStore, StoredConnection } from '../store/connections.ts';
import { words } from '../texts/words.ts';
import type { Events } from './events.ts';

/** What a test of a connection found on the server. */
export interface ConnectionFindings {
  productCount: number;
  licenseCount: number;
}

export interface ConnectionService {
  list(): Connection[];
  get(id: string): Connection;
  /** Tests and saves a new connection; nothing is kept when the test fails. */
  add(form: ConnectionForm, options?: { demo?: boolean }): Promise<ConnectionReport>;
  update(id: string, form: ConnectionForm): Promise<ConnectionReport>;
  /** Breaks off what `add` and `update` are asking a server: they throw `cancelled`, and nothing of them is kept. */
  stopTests(): void;
  remove(id: string): Promise<void>;
}

interface Dependencies {
  connections: ConnectionStore;
  keys: KeyHolder;
  events: Events;
  clock: Clock;
  newId: () => string;
  /** Asks the server with this key what it holds; throws what the server or the network says, or `cancelled`. */
  probe: (
    target: { serverUrl: string; teamId: string; apiKey: string },
    signal: AbortSignal,
  ) => Promise<ConnectionFindings>;
  /** Whether a job of this connection is not over. */
  hasJobs: (id: string) => boolean;
  /** Whether a request of this connection is under way. */
  isAtWork: (id: string) => boolean;
  hasDrafts: (id: string) => boolean;
  /** Called when a connection has another address, key or limit, or is gone. */
  renewed: (id: string) => void;
}

export function createConnectionService(given: Dependencies): ConnectionService {
  const { connections, keys, events, clock, newId, probe } = given;

  const shown = (stored: StoredConnection): Connection => ({ ...stored, keyHeld: keys.where(stored) });
  const list = (): Connection[] => connections.list().map(shown);
  const stored = (id: string): StoredConnection => {
    const found = connections.get(id);
    if (!found) throw noLonger();
    return found;
  };
  /** Of the tests that are under way. */
  const stops = new Set<AbortController>();
  const stoppable = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const stop = new AbortController();
    stops.add(stop);
    try {
      return await work(stop.signal);
    } finally {
      stops.delete(stop);
    }
  };
  const changed = (): void => events.emit('connections.changed', { connections: list() });

  const busyPublishing = (id: string): void => {
    if (!given.isAtWork(id)) return;
    throw appError('busy', words().server.team.publishing);
  };

  const save = async (
    id: string,
    { target, notes }: CheckedForm,
    { apiKey, isNew, demo }: { apiKey: string; isNew: boolean; demo: boolean },
  ): Promise<ConnectionReport> => {
    const connection: StoredConnection = { id, ...target, keyHint: hintOf(apiKey), demo };
    const held = await keys.hold(connection, apiKey);
    if (!isNew && connections.get(id) === null) {
      // It was removed while the server or the keyring was asked: it does not come back, nor does its key stay.
      await keys.remove(connection).catch(() => undefined);
      throw noLonger();
    }
    if (held.where === 'session') notes.push(held.note);
    connections.save(connection, isoNow(clock));
    given.renewed(id);
    changed();
    return { connection: shown(connection), notes };
  };

  return {
    list,
    get: (id) => shown(stored(id)),

    add: async (form, { demo = false } = {}) => {
      const checked = checkForm(form, connections.list());
      const { apiKey, notes } = checked;
      if (apiKey === '')
        throw appError('invalid-input', { ...fieldProblem('apiKey', words().server.team.needsKey) });
      notes.unshift(found(await stoppable((signal) => probe({ ...checked.target, apiKey }, signal))));
      const id = newId();
      try {
        return await save(id, checked, { apiKey, isNew: true, demo });
      } catch (error) {
        await keys.remove({ id, serverUrl: checked.target.serverUrl }).catch(() => undefined);
        throw error;
      }
    },

    update: async (id, form) => {
      const before = stored(id);
      busyPublishing(id);
      const checked = checkForm(
        form,
        connections.list().filter((other) => other.id !== id),
      );
      const { target, notes } = checked;
      if (target.teamId !== before.teamId && given.hasDrafts(id)) {
        throw appError('invalid-input', {
          ...fieldProblem('teamId', words().server.team.draftsOfAnother),
        });
      }
      if (checked.apiKey === '' && !sameOrigin(target.serverUrl, before.serverUrl)) {
        throw appError('no-key', {
          ...fieldProblem('apiKey', words().server.team.serverChanged),
        });
      }
      const apiKey = await stoppable(async (signal) => {
        const key = checked.apiKey === '' ? await keys.get(before) : checked.apiKey;
        if (key === null)
          throw appError('no-key', { ...fieldProblem('apiKey', words().server.team.needsKey) });
        notes.unshift(found(await probe({ ...target, apiKey: key }, signal)));
        return key;
      });
      busyPublishing(id);
      const report = await save(id, checked, { apiKey, isNew: false, demo: before.demo });
      // A key that stays behind, because the keyring does not answer, is asked for by nobody any more.
      const now = connections.get(id);
      if (now === null || accountOf(now) !== accountOf(before))
        await keys.remove(before).catch(() => undefined);
      return report;
    },

    stopTests: () => {
      for (const stop of stops) stop.abort();
    },

    remove: async (id) => {
      const connection = stored(id);
      if (given.hasJobs(id)) {
        throw appError('busy', words().server.team.publishingStill);
      }
      await keys.remove(connection);
      connections.remove(id);
      given.renewed(id);
      changed();
    },
  };
}

/** The end of a key, by which a person knows it; nothing of one that is so short that its end is a good part of it. */
function hintOf(apiKey: string): string | null {
  return apiKey.length < 16 ? null : apiKey.slice(-4);
}

const noLonger = () => appError('not-known', words().server.team.gone);

interface CheckedForm {
  target: Pick<StoredConnection, 'name' | 'serverUrl' | 'teamId' | 'maxFileBytes' | 'rateLimit'>;
  /** Cleaned; empty when none was typed. */
  apiKey: string;
  notes: string[];
}

/** Checks and cleans what was typed. Throws `invalid-input`, naming the field of the form and the remedy. */
function checkForm(form: ConnectionForm, others: readonly StoredConnection[]): CheckedForm {
  const serverUrl = valueIn(parseServerUrl(form.serverUrl));
  const given = givenIdSchema.safeParse(form.teamId.trim());
  if (!given.success) {
    throw appError('invalid-input', {
      ...fieldProblem('teamId', words().server.team.notAnId),
    });
  }
  const teamId = given.data;
  const twin = others.find((other) => other.serverUrl === serverUrl && other.teamId === teamId);
  if (twin) {
    throw appError('invalid-input', {
      ...fieldProblem('teamId', words().server.team.twin(twin.name)),
    });
  }
  const { key, notes } =
    form.apiKey.trim() === '' ? { key: '', notes: [] } : valueIn(cleanApiKey(form.apiKey));
  const name = form.name.trim() || new URL(serverUrl).host;
  const { maxFileBytes, rateLimit } = form;
  return { target: { name, serverUrl, teamId, maxFileBytes, rateLimit }, apiKey: key, notes: [...notes] };
}

function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new AppError(result.failure);
  return result.value;
}

/** An `invalid-input` failure about one field of the form: the sentence is both what happened and where. */
function fieldProblem(path: keyof ConnectionForm, message: string) {
  return { message, fields: [{ path, message }] };
}

const found = ({ productCount, licenseCount }: ConnectionFindings): string =>
  words().server.team.found(productCount, licenseCount);
