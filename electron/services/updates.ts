import { type Clock, isoNow } from '../clock.ts';
import type { Log } from '../diagnostics/log.ts';
import { appError, failureFrom } from '../errors.ts';
import type { Failure } from '../model/failure.ts';
import type { Job } from '../model/job.ts';
import type { Update, UpdateState, UpdatesOff } from '../model/update.ts';
import { words } from '../texts/words.ts';
import type { Updater } from '../updates/updater.ts';
import type { Events } from './events.ts';
import { goesOn } from './leaving-words.ts';

/** New versions of the app: looked for at the start and on demand, fetched when the user agrees. */
export interface UpdateService {
  state(): UpdateState;
  /** Looks now, because somebody wants to know. Throws what keeps it from being known; `busy` while something is sent. */
  look(): Promise<UpdateState>;
  /** Fetches what was found, as soon as nothing is being published. */
  fetch(): UpdateState;
  /** Takes that back. */
  stop(): UpdateState;
  /** Ends the app and starts the new version. Throws `busy` while something is being published. */
  restart(): void;
  close(): void;
}

interface Dependencies {
  /** Or why there is none. */
  updater: Updater | UpdatesOff;
  jobs: () => readonly Job[];
  events: Events;
  clock: Clock;
  log: Pick<Log, 'warn'>;
}

/** After the start, in ms: the window comes first. */
const firstLookMs = 10_000;

/**
 * A batch under way has the network and the computer to itself: as long as something is being published nothing is
 * looked for, fetched or put in place. What was agreed to meanwhile, or had begun, waits for its end.
 */
export function createUpdateService({ updater, jobs, events, clock, log }: Dependencies): UpdateService {
  let state: UpdateState =
    typeof updater === 'string' ? { at: 'off', why: updater } : { at: 'none', lookedAt: null };
  let looksWhenQuiet = false;
  let fetching: AbortController | null = null;
  const publishing = (): boolean => jobs().some(goesOn);

  const become = (next: UpdateState): UpdateState => {
    state = next;
    events.emit('updates.changed', { state });
    return state;
  };

  const lookWith = async (given: Updater): Promise<UpdateState> => {
    const before = state;
    looksWhenQuiet = false;
    become({ at: 'looking' });
    try {
      const update = await given.look();
      return become(update ? { at: 'found', update } : { at: 'none', lookedAt: isoNow(clock) });
    } catch (error) {
      log.warn('update', { step: 'look', failure: failureFrom(error).kind });
      become(before);
      throw error;
    }
  };

  const lookQuietly = (): void => {
    if (typeof updater === 'string' || state.at !== 'none') return;
    if (publishing()) looksWhenQuiet = true;
    else lookWith(updater).catch(() => undefined); // nobody has asked
  };

  const fetchWith = async (given: Updater, update: Update): Promise<void> => {
    const breakOff = new AbortController();
    fetching = breakOff;
    become({ at: 'fetching', update, doneBytes: 0, totalBytes: update.bytes ?? 0 });
    const isMine = (): boolean => fetching === breakOff;
    const progress = (doneBytes: number, totalBytes: number): void => {
      if (isMine()) become({ at: 'fetching', update, doneBytes, totalBytes });
    };
    try {
      await given.fetch(progress, breakOff.signal);
      if (isMine()) become({ at: 'ready', update, mayRestart: !publishing() });
    } catch (error) {
      if (isMine()) fetchFailed(update, failureFrom(error));
    } finally {
      if (isMine()) fetching = null;
    }
  };

  const fetchFailed = (update: Update, failure: Failure): void => {
    log.warn('update', { step: 'fetch', failure: failure.kind });
    become({ at: 'failed', update, failure });
  };

  const breakOff = (next: UpdateState): UpdateState => {
    fetching?.abort();
    fetching = null;
    return become(next);
  };

  const queueMoved = (): void => {
    const busy = publishing();
    if (state.at === 'ready' && state.mayRestart === busy) become({ ...state, mayRestart: !busy });
    else if (state.at === 'fetching' && busy) breakOff({ at: 'waiting', update: state.update });
    else if (state.at === 'waiting' && !busy && typeof updater !== 'string') {
      void fetchWith(updater, state.update);
    } else if (looksWhenQuiet && !busy) lookQuietly();
  };

  const stopListening = events.listen((name, _payload) => {
    if (name === 'jobs.changed') queueMoved();
  });
  const stopTimer = clock.after(firstLookMs, lookQuietly);

  return {
    state: () => state,
    look: async () => {
      if (typeof updater === 'string') return state;
      if (state.at !== 'none' && state.at !== 'found' && state.at !== 'failed') return state;
      if (publishing()) {
        looksWhenQuiet = true;
        throw appError('busy', words().refusals.updates.laterLook);
      }
      return lookWith(updater);
    },
    fetch: () => {
      if (typeof updater === 'string' || (state.at !== 'found' && state.at !== 'failed')) return state;
      const { update } = state;
      if (publishing()) return become({ at: 'waiting', update });
      void fetchWith(updater, update);
      return state;
    },
    stop: () => {
      if (state.at !== 'fetching' && state.at !== 'waiting') return state;
      return breakOff({ at: 'found', update: state.update });
    },
    restart: () => {
      if (typeof updater === 'string' || state.at !== 'ready') {
        throw appError('not-known', words().refusals.gone.update);
      }
      if (publishing()) {
        throw appError('busy', words().refusals.updates.laterRestart);
      }
      updater.restart();
    },
    close: () => {
      stopTimer();
      stopListening();
      fetching?.abort();
      fetching = null;
    },
  };
}
