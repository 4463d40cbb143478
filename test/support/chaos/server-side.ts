import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { RequestRecord } from '../../../electron/demo/exchange.ts';
import type { FaultHandle } from '../../../electron/demo/faults.ts';
import { type DemoServer, startDemoServer } from '../../../electron/demo/server.ts';
import {
  addProduct,
  addRelease,
  addTeam,
  createState,
  type DemoRelease,
  type DemoTeam,
} from '../../../electron/demo/state.ts';
import type { RateLimit } from '../../../electron/model/connection.ts';
import type { FakeClock } from '../fake-clock.ts';

/** A server that watches what a client must never do to it, whatever happens to either of them. */

export interface ServerSide {
  readonly demo: DemoServer;
  readonly teams: readonly [DemoTeam, DemoTeam];
  /** What must not have happened, in words. */
  readonly faults: string[];
  /** Requests that change something, of the product and not of strangers. */
  sent(): RequestRecord[];
  release(id: string): DemoRelease | undefined;
  /** Holds the next request to change this release, or to create one, until `letGo`. */
  hold(at: 'received' | 'file-deleted' | 'answer', releaseId: string | null): void;
  /** Whether a request of this kind is being held. */
  isHeld(releaseId: string | null): boolean;
  heldCount(): number;
  /** When what is held has to be let go: so long after the first look at it that nobody waits for it any more. */
  heldUntil(atFirst: number): number;
  letGo(): Promise<void>;
  /** Somebody else at this address updates something of his own. */
  stranger(): Promise<void>;
  readonly strangers: number;
  /** How long nothing may be sent after a refusal, in ms. */
  readonly silenceMs: number;
  /** The files that were there from the start, by release. */
  readonly oldFiles: ReadonlyMap<string, string>;
  releasesOf(team: DemoTeam): DemoRelease[];
}

const strangersMark = 'stranger';

export async function startServerSide(clock: FakeClock, limit: RateLimit | null): Promise<ServerSide> {
  const state = createState();
  const teams = [addTeam(state), addTeam(state)] as const;
  for (const team of teams) {
    for (const name of ['P', 'Q', 'R']) {
      const { id: productId } = addProduct(team, { name });
      for (const patch of [0, 1, 2]) {
        const version = `1.${name.charCodeAt(0)}.${patch}`;
        const file = {
          name: `old-${team.id.slice(0, 8)}-${version}.zip`,
          bytes: Buffer.from(`${team.id} ${version}`),
        };
        addRelease(state, team, { productId, version, ...(patch === 0 ? {} : { file }) });
      }
    }
  }
  const [team] = teams;
  const own = addRelease(state, team, { productId: addProduct(team, { name: 'S' }).id, version: '1.0.0' });
  const faults: string[] = [];
  const sockets = new Map<RequestRecord, Socket>();
  const held: { handle: FaultHandle; releaseId: string | null }[] = [];
  let strangers = 0;
  let until: number | null = null;

  const release = (id: string) => teams.flatMap(({ releases }) => releases.get(id) ?? [])[0];
  const isChange = ({ method, path }: Pick<RequestRecord, 'method' | 'path'>): boolean =>
    (method === 'PUT' || method === 'POST') && !path.includes(own.id);
  const productOf = ({ path }: RequestRecord): string | undefined => release(idIn(path) ?? '')?.productId;

  /** Looks at a request that comes in, beside those that are being worked on. */
  const look = (request: IncomingMessage): string => {
    const path = request.url ?? '';
    const coming = { method: request.method ?? '', path };
    if (path.includes(own.id) || !isChange(coming)) return 'here';
    const working = demo.requests.filter((other) => other.outcome === 'working' && isChange(other));
    const alive = working.filter((other) => sockets.get(other)?.destroyed === false);
    const id = idIn(path);
    if (id !== null && working.some((other) => other.path.includes(id))) {
      faults.push(`two requests for ${release(id)?.version} at once`);
    }
    const product = id === null ? undefined : release(id)?.productId;
    if (product !== undefined && alive.some((other) => productOf(other) === product)) {
      faults.push('two requests for one product at once');
    }
    if (alive.length >= (limit === null ? 4 : 1)) faults.push(`${alive.length + 1} requests at once`);
    const before = demo.requests.findLastIndex(
      (other) => id !== null && other.method === 'PUT' && other.path.includes(id),
    );
    const reads = demo.requests
      .slice(before + 1)
      .filter(({ method, status }) => method === 'GET' && status === 200);
    if (before !== -1 && !reads.some((read) => product !== undefined && read.path.includes(product))) {
      faults.push(`${release(id ?? '')?.version} was sent again without having been read`);
    }
    // The record comes after this.
    queueMicrotask(() => {
      const record = demo.requests.at(-1);
      if (record) sockets.set(record, request.socket);
    });
    return 'here';
  };

  const demo = await startDemoServer({
    clock,
    state,
    limit: limit === null ? 'none' : { requests: limit.count, windowMs: limit.windowSeconds * 1000 },
    clientIp: look,
  });
  const oldFiles = new Map(
    teams.flatMap(({ releases }) =>
      [...releases.values()].flatMap(({ id, file }) => (file ? [[id, file.name] as const] : [])),
    ),
  );
  return {
    demo,
    teams,
    faults,
    release,
    sent: () => demo.requests.filter(isChange),
    hold: (at, releaseId) => {
      const method = releaseId === null ? 'POST' : 'PUT';
      const handle = demo.faults.add({
        method,
        path: releaseId ?? '/releases',
        at,
        effect: { kind: 'pause' },
      });
      held.push({ handle, releaseId });
    },
    isHeld: (releaseId) => held.some((one) => one.releaseId === releaseId && one.handle.fired > 0),
    heldUntil: (atFirst) => {
      until ??= atFirst;
      return until;
    },
    silenceMs: (limit?.windowSeconds ?? 300) * 1000,
    oldFiles,
    releasesOf: ({ releases }) => [...releases.values()].filter(({ id }) => id !== own.id),
    heldCount: () => held.filter(({ handle }) => handle.fired > 0).length,
    letGo: async () => {
      until = null;
      for (const { handle } of held.splice(0)) handle.remove();
      await demo.settled();
    },
    stranger: async () => {
      strangers += 1;
      const form = new FormData();
      const { version, productId, status } = own;
      const data = { version, productId, status, setAsLatest: false, keepExistingFile: true };
      form.set('data', JSON.stringify({ ...data, branchId: null, metadata: [], licenseIds: [] }));
      await fetch(`${demo.origin}/api/v1/dev/teams/${team.id}/releases/${own.id}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${team.apiKey}`, 'user-agent': strangersMark },
        body: form,
      }).catch(() => undefined);
    },
    get strangers() {
      return strangers;
    },
  };
}

const idIn = (path: string): string | null => /\/releases\/([0-9a-f-]{36})$/.exec(path)?.[1] ?? null;
