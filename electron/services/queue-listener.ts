import type { Failure } from '../model/failure.ts';
import type { Release } from '../model/release.ts';
import type { JobRecord, Notice } from '../publish/job-record.ts';
import { jobOf } from '../publish/job-view.ts';
import type { QueueListener } from '../publish/queue.ts';
import type { ReleaseStore } from '../store/releases.ts';
import { words } from '../texts/words.ts';
import type { Events } from './events.ts';
import { type PutAwayFrom, putDraftAway } from './published-draft.ts';

interface Dependencies extends PutAwayFrom {
  events: Events;
  releases: ReleaseStore;
  /** Whether a connection is said to go to a server with a limit. */
  hasLimit: (connectionId: string) => boolean;
}

/**
 * Tells the page how jobs fare, and puts away what a verified one leaves behind: its draft, and old news of the
 * product. What cannot be put away now is at the next start.
 */
export function createQueueListener(given: Dependencies): QueueListener {
  const { events, releases, hasLimit } = given;
  const putAway = (record: JobRecord, release: Release | null): void => {
    const { draftId, connectionId, productId } = record;
    const changed = release ? changedBy(release, releases.list(connectionId, productId).items) : [];
    for (const one of changed) releases.put(connectionId, one);
    putDraftAway(given, record);
    events.emit('drafts.changed', { connectionId, draftIds: [draftId] });
    const releaseIds = changed.map(({ id }) => id);
    if (releaseIds.length > 0) events.emit('releases.changed', { connectionId, productId, releaseIds });
  };

  return {
    changed: (record) => {
      try {
        if (record.phase.at === 'verified') putAway(record, record.phase.release);
      } finally {
        events.emit('jobs.changed', { job: jobOf(record) });
      }
    },
    notice: (record, notice) => {
      // The strip, the queue and the desktop's notification show who needs a person; a toast would say it again.
      if (notice.about === 'needs-person') return;
      const tone = notice.about === 'address-shared' ? 'warning' : 'danger';
      const message = sentenceOf(record, notice, hasLimit(record.connectionId));
      const isOnJob = notice.about === 'lost-file';
      events.emit('notice', { tone, message, about: record.id, isOnJob });
    },
    troubled: (failure) => {
      const tone = failure === null ? 'info' : 'danger';
      const said = words().notices;
      const message = failure === null ? said.goesOn : said.standsStill(inWords(failure));
      events.emit('notice', { tone, message, about: 'publishing', isOnJob: false });
    },
  };
}

/** The release that was updated, and those of its product that have lost "latest" to it. */
function changedBy(updated: Release, releases: readonly Release[]): Release[] {
  const losers = releases.filter(
    ({ id, latest, branchId }) =>
      updated.latest && latest && id !== updated.id && branchId === updated.branchId,
  );
  return [updated, ...losers.map((release) => ({ ...release, latest: false }))];
}

function sentenceOf(
  { meant, phase }: JobRecord,
  notice: Exclude<Notice, { about: 'needs-person' }>,
  hasLimit: boolean,
): string {
  const said = words().notices;
  const { version } = meant.fields;
  switch (notice.about) {
    case 'lost-file':
      return said.lostFile(notice.name, version, notice.inVault);
    case 'address-shared':
      return hasLimit ? said.addressShared : said.limitUnknown;
    case 'key-refused':
      return said.keyRefused;
    case 'not-written':
      return said.notWritten(newsOf(version, phase), inWords(notice.failure), version);
  }
}

/** Where a job stands, as the beginning of a sentence. */
function newsOf(version: string, { at }: JobRecord['phase']): string {
  const { news } = words().notices;
  switch (at) {
    case 'verified':
    case 'cancelled':
    case 'paused':
      return news[at](version);
    default:
      return news.further(version);
  }
}

const inWords = ({ message, remedy }: Failure): string => `${message} ${remedy}`;
