import { basename } from 'node:path';
import { appError } from '../errors.ts';
import type { Connection } from '../model/connection.ts';
import type { Opening } from '../model/opening.ts';
import type { ReleasePlace } from '../model/release-link.ts';
import type { OpenRequest } from '../opening/read-arguments.ts';
import { readLink } from '../opening/read-link.ts';
import { targetProblem } from '../plan/import-plan.ts';
import { openPlan } from '../plan/plan-source.ts';
import { words } from '../texts/words.ts';
import type { Events } from './events.ts';
import { keepNewest } from './keep-newest.ts';

/** Takes what the system asks the app to open, until the window shows it. Nothing is done by itself. */
export interface OpeningService {
  /** Resolves when the window has been told, if there is one. Never rejects. */
  take(request: OpenRequest): Promise<void>;
  /** What has not been shown yet, each once. */
  next(): Opening[];
  /** The file behind a `planId`. Throws `not-known`. */
  fileOf(planId: string): { path: string };
}

interface Dependencies {
  connections: { list(): Connection[] };
  knowsProduct: (connectionId: string, productId: string) => boolean;
  events: Events;
  newId: () => string;
  platform: NodeJS.Platform;
}

/** Who asks for more at once does not mean to look at them. */
const mostWaiting = 20;
/** Plans that the window can still ask for. */
const mostPlans = 100;

export function createOpeningService(given: Dependencies): OpeningService {
  const { connections, events, newId } = given;
  const plans = new Map<string, string>();
  let waiting: Opening[] = [];
  let turn: Promise<void> = Promise.resolve();

  const show = (opening: Opening): void => {
    waiting = [...waiting, opening].slice(-mostWaiting);
    events.emit('opening.changed', {});
  };

  const openRelease = (place: ReleasePlace): Opening => {
    const { serverUrl, teamId, productId, releaseId } = place;
    const connection = connections
      .list()
      .find((each) => each.serverUrl === serverUrl && each.teamId === teamId);
    if (!connection) return { shows: 'nothing', why: 'unknown-team', about: serverUrl };
    const connectionId = connection.id;
    if (!given.knowsProduct(connectionId, productId)) {
      return { shows: 'nothing', why: 'unknown-product', about: connection.name };
    }
    return { shows: 'release', connectionId, productId, releaseId };
  };

  const openFile = async (path: string): Promise<Opening> => {
    const planId = newId();
    keepNewest(plans, planId, path, mostPlans);
    return { shows: 'plan', planId, name: basename(path), connectionId: await connectionFor(path) };
  };

  const connectionFor = async (path: string): Promise<string | null> => {
    try {
      const { read, close } = await openPlan({ path });
      await close();
      const { plan } = read;
      return (plan && connections.list().find((each) => targetProblem(plan, each) === null)?.id) ?? null;
    } catch {
      return null; // the report says what is wrong with it
    }
  };

  const openLink = async (link: string): Promise<Opening> => {
    const read = readLink(link, given.platform);
    if (read.to === 'release') return openRelease(read.place);
    if (read.to === 'plan') return openFile(read.path);
    return { shows: 'nothing', why: read.why, about: '' };
  };

  return {
    take: (request) => {
      turn = turn.then(async () => {
        show(request.by === 'link' ? await openLink(request.link) : await openFile(request.path));
      });
      return turn;
    },
    next: () => {
      const openings = waiting;
      waiting = [];
      return openings;
    },
    fileOf: (planId) => {
      const path = plans.get(planId);
      if (path === undefined) {
        throw appError('not-known', words().refusals.gone.plan);
      }
      return { path };
    },
  };
}
