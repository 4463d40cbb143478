import { type Clock, isoNow } from '../clock.ts';
import type { Log } from '../diagnostics/log.ts';
import { appError, failureFrom } from '../errors.ts';
import type { Failure } from '../model/failure.ts';
import type { Job } from '../model/job.ts';
import type { Update, UpdateHindrance, UpdateState, UpdatesOff } from '../model/update.ts';
import type { PublishingMark } from '../store/publishing-mark.ts';
import { words } from '../texts/words.ts';
import type { Updater } from '../updates/updater.ts';
import { createElsewhere } from './elsewhere.ts';
import type { Events } from './events.ts';
import { goesOn } from './leaving-words.ts';
import type { PutOffUpdate } from './put-off-update.ts';

/** New versions of the app: looked for at the start and on demand, fetched when the user agrees. */
export interface UpdateService {
  /** What a person is to be told at the start, as sentences. */
  readonly told: readonly string[];
  state(): UpdateState;
  /** Looks now, because somebody wants to know. Throws what keeps it from being known; `busy` while something is sent. */
  look(): Promise<UpdateState>;
  /** Fetches what was found, as soon as nothing is being published. */
  fetch(): UpdateState;
  /** Takes that back. */
  stop(): UpdateState;
  /** Ends the app and starts the new version. Throws `busy` while something is being published. */
  restart(): void;
  /** The app ends. What was fetched is put in place now, unless another process publishes. */
  close(): void;
}

interface Dependencies {
  /** Or why there is none. */
  updater: Updater | UpdatesOff;
  jobs: () => readonly Job[];
  /** What this process and others of the app tell each other. */
  mark: PublishingMark;
  putOff: PutOffUpdate;
  events: Events;
  clock: Clock;
  log: Pick<Log, 'warn'>;
}

/** After the start, in ms: the window comes first. */
const firstLookMs = 10_000;
/** How often other processes are looked at while it matters what they do, in ms: nobody tells that a lock has come or gone. */
const watchMs = 3000;

/**
 * A batch under way has the network and the computer to itself: as long as something is being published, here or by
 * another process of the app, nothing is looked for, fetched or put in place. What was agreed to meanwhile, or had begun,
 * waits for its end; a look that has begun, which asks for a few kilobytes, does not.
 */
export function createUpdateService({
  updater,
  jobs,
  mark,
  putOff,
  events,
  clock,
  log,
}: Dependencies): UpdateService {
  const elsewhere = createElsewhere(mark);
  let state: UpdateState =
    typeof updater === 'string' ? { at: 'off', why: updater } : { at: 'none', lookedAt: null };
  let looksWhenQuiet = false;
  let fetching: AbortController | null = null;
  /** As far as was last seen. */
  let publishes: UpdateHindrance | null = null;
  let stopWatching: (() => void) | null = null;

  const lookHere = (): void => {
    const here = jobs().some(goesOn);
    elsewhere.show(here);
    if (here) publishes = 'here';
    else if (publishes === 'here') publishes = null;
  };
  const publishing = (): UpdateHindrance | null => {
    lookHere();
    if (publishes !== 'here') publishes = elsewhere.isPublishing() ? 'elsewhere' : null;
    return publishes;
  };
  /** While it matters what other processes do. */
  const watch = (): void => {
    const matters =
      looksWhenQuiet || state.at === 'fetching' || state.at === 'waiting' || state.at === 'ready';
    if (!matters) return;
    stopWatching ??= clock.after(watchMs, () => {
      stopWatching = null;
      publishing();
      publishingChanged();
      watch();
    });
  };

  const become = (next: UpdateState): UpdateState => {
    state = next;
    events.emit('updates.changed', { state });
    watch();
    return state;
  };
  const waitToLook = (): void => {
    looksWhenQuiet = true;
    watch();
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
    looksWhenQuiet = false;
    if (typeof updater === 'string' || state.at !== 'none') return;
    if (publishing()) waitToLook();
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
      if (isMine()) become({ at: 'ready', update, waitsFor: publishing() });
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

  const publishingChanged = (): void => {
    if (state.at === 'ready' && state.waitsFor !== publishes) become({ ...state, waitsFor: publishes });
    else if (state.at === 'fetching' && publishes) breakOff({ at: 'waiting', update: state.update });
    else if (state.at === 'waiting' && typeof updater !== 'string' && !publishing()) {
      void fetchWith(updater, state.update);
    } else if (looksWhenQuiet && !publishes) lookQuietly();
  };

  const stopListening = events.listen((name, _payload) => {
    if (name !== 'jobs.changed') return;
    lookHere();
    publishingChanged();
  });
  lookHere();
  const stopTimer = clock.after(firstLookMs, lookQuietly);

  return {
    told: putOff.told,
    state: () => state,
    look: async () => {
      if (typeof updater === 'string') return state;
      if (state.at !== 'none' && state.at !== 'found' && state.at !== 'failed') return state;
      if (publishing()) {
        waitToLook();
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
      const hindrance = publishing() ?? (elsewhere.keepOut() ? null : 'elsewhere');
      if (hindrance) {
        become({ ...state, waitsFor: hindrance });
        throw appError('busy', words().refusals.updates.laterRestart[hindrance]);
      }
      updater.restart();
    },
    close: () => {
      stopTimer();
      stopListening();
      stopWatching?.();
      elsewhere.show(false);
      if (typeof updater !== 'string' && state.at === 'ready' && !elsewhere.keepOut()) {
        updater.holdBack();
        log.warn('update', { step: 'install', failure: 'busy' });
        putOff.remember(state.update.version);
      }
      fetching?.abort();
      fetching = null;
    },
  };
}
