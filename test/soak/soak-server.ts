import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { RequestRecord } from '../../electron/demo/exchange.ts';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';
import {
  addProduct,
  addRelease,
  addTeam,
  createState,
  type DemoRelease,
  type DemoTeam,
} from '../../electron/demo/state.ts';
import type { Scenario, SoakChange } from './scenario.ts';

/** The server a batch goes to: it lives on while the app is killed, and sees what must not happen. */
export interface SoakServer {
  readonly demo: DemoServer;
  readonly products: readonly string[];
  /** What the server saw that must not be, in words. */
  readonly faults: string[];
  /** The release a change is about, or has made; all of them, were there several. */
  releasesOf(change: SoakChange): DemoRelease[];
  /** The requests that were to make the change, in order. */
  requestsOf(change: SoakChange): RequestRecord[];
  /** As it was before: null for one that was not there. */
  before(change: SoakChange): DemoRelease | null;
  /** Settles when the next request that changes something comes in. */
  nextChange(): Promise<unknown>;
  isAtWork(): boolean;
}

export async function startSoakServer({
  products: count,
  limit,
  changes,
  troubles,
}: Scenario): Promise<SoakServer> {
  const state = createState();
  const team = addTeam(state);
  const products = Array.from({ length: count }, (_, nth) => addProduct(team, { name: `Soak ${nth}` }).id);
  for (const { version, product, isNew } of changes) {
    if (isNew) continue;
    const file = { name: `old-${version}.zip`, bytes: Buffer.from(`old ${version}`) };
    addRelease(state, team, { productId: products[product] ?? '', version, file });
  }
  const before = new Map(structuredClone([...team.releases]));
  const arrivals = new EventEmitter<{ change: [] }>();
  const faults: string[] = [];
  const demo = await startDemoServer({
    state,
    limit: limit === null ? 'none' : { requests: limit.count, windowMs: limit.windowSeconds * 1000 },
    clientIp: ({ method, url = '' }) => {
      if (method !== 'PUT' && method !== 'POST') return 'here';
      const others = demo.requests.filter(({ path, outcome }) => path === url && outcome === 'working');
      if (method === 'PUT' && others.length > 0) faults.push(`two requests at once for ${url}`);
      arrivals.emit('change');
      return 'here';
    },
  });
  // Slow enough that a kill hits a request now and then, in every part of it.
  const [body, answer] = [
    { kind: 'slow', bytesPerSecond: 8_000_000 },
    { kind: 'delay', ms: 30 },
  ] as const;
  for (const method of ['PUT', 'POST']) {
    demo.faults.add({ method, times: 'always', at: 'body', effect: body });
    demo.faults.add({ method, times: 'always', at: 'answer', effect: answer });
  }
  for (const trouble of troubles) demo.faults.add(trouble);
  return {
    demo,
    products,
    faults,
    releasesOf: (change) => releasesIn(team, products, change),
    requestsOf: (change) => {
      const ids = releasesIn(team, products, change).map(({ id }) => id);
      return demo.requests.filter(({ method, path, data }) =>
        change.isNew
          ? method === 'POST' && versionIn(data) === change.version
          : method === 'PUT' && ids.some((id) => path.includes(id)),
      );
    },
    before: ({ version, product }) =>
      [...before.values()].find((one) => one.version === version && one.productId === products[product]) ??
      null,
    nextChange: () => once(arrivals, 'change'),
    isAtWork: () => demo.requests.some(({ method, outcome }) => method !== 'GET' && outcome === 'working'),
  };
}

function releasesIn(
  team: DemoTeam,
  products: readonly string[],
  { version, product }: SoakChange,
): DemoRelease[] {
  return [...team.releases.values()].filter(
    (one) => one.version === version && one.productId === products[product],
  );
}

function versionIn(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'version' in data ? data.version : null;
}

export const md5Of = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');
