import type { Fault } from '../../electron/demo/faults.ts';
import type { RateLimit } from '../../electron/model/connection.ts';
import type { DraftChange } from '../../electron/model/draft.ts';
import type { Chance } from '../support/chance.ts';

/** A change of the batch that is published over and over. */
export interface SoakChange {
  readonly version: string;
  /** Number of its product. */
  readonly product: number;
  /** Whether it makes a release that is not there yet. */
  readonly isNew: boolean;
  readonly fields: NonNullable<DraftChange['fields']>;
  /** Name of the artifact, or null to keep the file that is there. */
  readonly file: string | null;
}

export interface Scenario {
  readonly products: number;
  readonly limit: RateLimit | null;
  readonly changes: readonly SoakChange[];
  /** What goes wrong besides the killing; all of it can be got over without a person. */
  readonly troubles: readonly Fault[];
}

/** So many releases as a person might gather on a train. */
const batchSize = 8;

/** A batch of eight, of one product or of several, on a server with a limit or without, that errs now and then. */
export function scenarioBy(chance: Chance): Scenario {
  const products = chance.pick([1, 4]);
  const troubles = Array.from({ length: chance.pick([0, 0, 1, 3]) }, (): Fault => {
    return { ...chance.pick<Fault>(knownTroubles), nth: 1 + chance.below(6) };
  });
  // A window ends 5 s late in the ledger: so every eighth batch takes that long, and not each.
  const limit = chance.below(8) === 0 ? { count: 5, windowSeconds: 2 } : null;
  const changes = Array.from({ length: batchSize }, (_, index) => changeAt(index, products));
  return { products, limit, changes, troubles };
}

/** Two updates, with a file and without, and two creations: all that a request can be, and all that can be mixed up. */
export const smallScenario: Scenario = {
  products: 1,
  limit: { count: 5, windowSeconds: 300 },
  changes: [0, 1, 2, 6].map((index) => changeAt(index, 1)),
  // The old file of the first one is gone, and the new one not there.
  troubles: [{ method: 'PUT', at: 'upload', effect: { kind: 'answer', status: 500 } }],
};

function changeAt(index: number, products: number): SoakChange {
  return {
    version: `1.0.${index}`,
    product: index % products,
    isNew: index % 4 === 2,
    fields: {
      status: 'DEPRECATED',
      metadata: [{ key: 'note', value: `changed ${index}`, locked: false }],
    },
    file: index % 4 === 1 ? null : `new-${index}.zip`,
  };
}

const knownTroubles = [
  // The old file is gone, and the new one not there.
  { method: 'PUT', at: 'upload', effect: { kind: 'answer', status: 500 } },
  { method: 'PUT', at: 'file-deleted', effect: { kind: 'drop' } },
  { method: 'PUT', at: 'answer', effect: { kind: 'drop' } },
  { method: 'PUT', at: 'body', effect: { kind: 'drop' } },
  { method: 'PUT', at: 'received', effect: { kind: 'answer', status: 500 } },
  { method: 'PUT', at: 'authorization', effect: { kind: 'answer', status: 401, details: 'Invalid API key' } },
  { method: 'POST', at: 'answer', effect: { kind: 'drop' } },
  { method: 'POST', at: 'answer', effect: { kind: 'html', status: 502 } },
  { method: 'GET', path: '/releases?', at: 'arrival', effect: { kind: 'drop' } },
  { method: 'GET', path: '/releases?', at: 'answer', effect: { kind: 'html', status: 502 } },
] as const satisfies readonly Fault[];
