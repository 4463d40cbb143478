import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock.ts';
import type { Log } from '../diagnostics/log.ts';
import { originOf } from '../lukittu/url.ts';
import type { Release } from '../model/release.ts';
import type { JobRecord } from '../publish/job-record.ts';
import { isOver } from '../publish/job-view.ts';
import { createJobWork } from '../publish/job-work.ts';
import { openQueue, type Queue } from '../publish/queue.ts';
import { createSlotLedger } from '../publish/slot-ledger.ts';
import type { Stores } from '../store/stores.ts';
import type { ClientPool } from './clients.ts';
import type { ConnectionService } from './connections.ts';
import type { Events } from './events.ts';
import { followInLog } from './log-follower.ts';
import type { Network } from './network.ts';
import { putDraftAway } from './published-draft.ts';
import { createQueueListener } from './queue-listener.ts';
import type { ServiceOptions } from './service-options.ts';

/** The queue, with everything it needs to reach servers and to tell what it does. */
export interface Publishing {
  readonly queue: Queue;
  /** Those that are not over. */
  active(): JobRecord[];
  isPublishing(draftId: string): boolean;
  /** The drafts on their way. */
  draftsUnderWay(): ReadonlySet<string>;
  /** Told of every change of a job, after the window. */
  follow(follower: (record: JobRecord) => void): void;
}

type Manner = 'random' | 'settleMs' | 'takesUp' | 'atStart' | 'stopsAtFailure';

interface Dependencies extends Required<Pick<ServiceOptions, Manner>> {
  readonly stores: Stores;
  readonly clients: Pick<ClientPool, 'ask'>;
  readonly connections: ConnectionService;
  readonly network: Network;
  readonly events: Events;
  readonly clock: Clock;
  readonly log: Log;
}

/** Opens the queue of the stored jobs, and lets them go on by themselves unless they are to be held. */
export function openPublishing(given: Dependencies): Publishing {
  const { stores, clients, connections, events, clock, random, log } = given;
  const { store, drafts, releases, history } = stores;
  const followers: ((record: JobRecord) => void)[] = [];

  const seen = (connectionId: string, release: Release): void => {
    const known = releases.get(connectionId, release.id);
    releases.put(connectionId, release);
    // What only customers' software moves is no news.
    const { updatedAt, lastSeenAt, productId } = release;
    if (isDeepStrictEqual({ ...known, updatedAt, lastSeenAt }, release)) return;
    events.emit('releases.changed', { connectionId, productId, releaseIds: [release.id] });
  };
  const listener = createQueueListener({
    events,
    drafts,
    batches: stores.batches,
    releases,
    hasLimit: (id) => connections.get(id).rateLimit !== null,
  });
  const diary = followInLog(log, { events, connections: connections.list, network: given.network });

  const queue = openQueue({
    jobs: { ...stores.jobs, list: () => stores.jobs.list().filter(given.takesUp) },
    history,
    transaction: (work) => store.transaction(work),
    ledger: createSlotLedger({ windows: stores.windows, clock }),
    work: createJobWork({ ...stores, clients, clock, seen }),
    clock,
    random,
    settleMs: given.settleMs,
    serverOf: (id) => {
      const { serverUrl, rateLimit } = connections.get(id);
      return { origin: originOf(serverUrl), limit: rateLimit };
    },
    listener: {
      ...listener,
      changed: (record) => {
        diary.job(record);
        listener.changed(record);
        for (const follow of followers) follow(record);
      },
      troubled: (failure) => {
        log.warn('queue', { failure: failure?.kind ?? null });
        listener.troubled(failure);
      },
    },
    keepsOthersBack: ({ draftId }) =>
      given.stopsAtFailure || stores.batches.ofDraft(draftId)?.onFailure === 'stop',
    atStart: store.isOlder ? 'hold' : given.atStart,
  });
  // The app may have ended between a release being verified and its draft being put away.
  for (const record of queue.list()) putDraftAway(stores, record);

  const active = (): JobRecord[] => queue.list().filter((record) => !isOver(record));
  return {
    queue,
    active,
    isPublishing: (draftId) => active().some((record) => record.draftId === draftId),
    draftsUnderWay: () => new Set(active().map(({ draftId }) => draftId)),
    follow: (follower) => void followers.push(follower),
  };
}
