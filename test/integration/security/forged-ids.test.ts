import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CallHandlers } from '../../../electron/contract.ts';
import { failureFrom } from '../../../electron/errors.ts';
import { connectTwoTeams, type ConnectedTeam as Team } from '../../support/connected-team.ts';

/** What a hostile page gets when it names the things of one team under the connection of another. */

let handlers: CallHandlers;
/** Every event the page could hear, as text. */
const heard: string[] = [];
let mine: Team;
let theirs: Team;
/** Where plans and fields are saved to. */
let savedTo: string;

beforeAll(async () => {
  const teams = await connectTwoTeams({ mine: 'mine', theirs: 'theirs' }, (...told) =>
    heard.push(JSON.stringify(told)),
  );
  ({ mine, theirs, savedTo } = teams);
  handlers = teams.services.handlers;
  return teams.close;
});

/** The plan of a team's batch, as it is saved. */
async function planOf({ batchId }: Team): Promise<string> {
  const saved = await handlers['files.savePlan']({ batchId, format: 'json' }, []);
  return readFileSync(join(savedTo, saved?.name ?? ''), 'utf8');
}

/** What is saved when the fields of the other's draft and release are asked for under this team's connection. */
async function fieldsOf(team: Team, other: Team): Promise<string> {
  const named = { draftIds: [other.draftId], releaseIds: [other.releaseId] };
  const saved = await handlers['files.saveFields']({ ...of(team), ...named }, []);
  return readFileSync(join(savedTo, saved?.name ?? ''), 'utf8');
}

/** What is saved when the other's draft is asked for as a plan of this team's. */
async function planOfDrafts(team: Team, other: Team): Promise<string> {
  const named = { name: 'Winter', draftIds: [team.draftId, other.draftId] };
  const saved = await handlers['files.savePlanOf']({ ...of(team), ...named, format: 'json' }, []);
  return readFileSync(join(savedTo, saved?.name ?? ''), 'utf8');
}

/** All of the other's releases and drafts archived, under my connection. */
const archiving = ({ releaseId, unopenedId, draftId }: Team) => ({
  ...of(mine),
  releaseIds: [releaseId, unopenedId],
  draftIds: [draftId],
  change: { change: 'status', status: 'ARCHIVED' } as const,
});

async function changeAll(other: Team): Promise<unknown> {
  const { seen } = await handlers['bulk.preview'](archiving(other), []);
  return handlers['bulk.apply']({ ...archiving(other), seen, batch: { is: 'none' } }, []);
}

/** The answer as text; of a refusal, its failure. */
async function answerOf(work: () => unknown): Promise<string> {
  try {
    return JSON.stringify(await work());
  } catch (error) {
    return JSON.stringify(failureFrom(error));
  }
}

describe('under my connection', () => {
  test.each<[string, () => unknown]>([
    ['its releases', () => handlers['releases.list'](product(mine, theirs), [])],
    ['its releases, read anew', () => handlers['releases.refresh'](product(mine, theirs), [])],
    ['its branches', () => handlers['branches.list'](product(mine, theirs), [])],
    ['its licenses', () => handlers['licenses.list'](product(mine, theirs), [])],
    ['its licenses, read anew', () => handlers['licenses.refresh'](product(mine, theirs), [])],
    ['its product', () => handlers['products.add']({ ...product(mine, theirs), name: '' }, [])],
    ['all products', () => handlers['products.list'](of(mine), [])],
    [
      'its release',
      () => handlers['drafts.open']({ ...product(mine, theirs), releaseId: theirs.releaseId }, []),
    ],
    [
      'its release in a product of mine',
      () => handlers['drafts.open']({ ...product(mine, mine), releaseId: theirs.releaseId }, []),
    ],
    ['all drafts', () => handlers['drafts.list'](of(mine), [])],
    ['all jobs', () => handlers['jobs.list'](of(mine), [])],
    ['all batches', () => handlers['batches.list'](of(mine), [])],
    ['the history', () => handlers['history.list']({ ...of(mine), text: '', limit: 1000 }, [])],
    ['the history as a file', () => handlers['history.export']({ ...of(mine), format: 'json' }, [])],
    [
      'a batch of its drafts',
      () => handlers['batches.create']({ ...of(mine), name: 'x', draftIds: [theirs.draftId] }, []),
    ],
    [
      'its draft in my batch',
      () => handlers['batches.add']({ batchId: mine.batchId, draftIds: [theirs.draftId] }, []),
    ],
    [
      'its draft in the place of mine',
      () => handlers['batches.change']({ batchId: mine.batchId, change: { draftIds: [theirs.draftId] } }, []),
    ],
    ['my batch as a plan', () => planOf(mine)],
    ['its fields as a table', () => fieldsOf(mine, theirs)],
    ['what my batch does', () => handlers['batches.review']({ batchId: mine.batchId }, [])],
    ['its drafts as a plan', () => planOfDrafts(mine, theirs)],
    [
      'its releases by their ids',
      () => handlers['releases.some']({ ...of(mine), releaseIds: [theirs.releaseId, theirs.unopenedId] }, []),
    ],
    [
      'its releases by their versions',
      () => handlers['releases.find']({ ...of(mine), text: '0.0', exceptOf: '', count: 50 }, []),
    ],
    ['what a change of its releases would be', () => handlers['bulk.preview'](archiving(theirs), [])],
    ['a change of its releases', () => changeAll(theirs)],
  ])('%s: nothing of another team is there', async (_what, ask) => {
    expect(await answerOf(ask)).not.toMatch(/theirs/);
    // What was asked has moved nothing over for the next who asks.
    expect(await answerOf(() => planOf(mine))).toContain('secret of mine');
    const drafts = await answerOf(() => handlers['drafts.list'](of(theirs), []));
    expect(drafts).toContain('secret of theirs');
    expect(drafts).not.toMatch(/ARCHIVED|dropped/);
  });

  test('a file that is dropped here goes into no draft of another team', async () => {
    const { productId, connection } = theirs;
    const open = { connectionId: connection.id, productId, releaseId: null };
    const { draft } = await handlers['drafts.open'](open, []);
    const file = { name: 'dropped-1.0.0.zip', bytes: Buffer.from('dropped') };
    for (const target of [
      { to: 'draft', draftId: draft.id },
      { to: 'release', releaseId: theirs.releaseId },
    ] as const) {
      const { setId } = await handlers['matching.begin'](product(mine, mine), [file]);
      await handlers['matching.look']({ setId }, []);
      const made = () =>
        handlers['matching.make']({ setId, choices: [{ index: 0, target }], batchName: null }, []);
      expect(await answerOf(made)).not.toMatch(/theirs/);
    }
    expect(await answerOf(() => handlers['drafts.list'](of(theirs), []))).not.toContain('dropped');
  });

  test('a plan made for another team is refused', async () => {
    const file = { name: 'plan.json', bytes: Buffer.from(await planOf(theirs)) };
    const { importId } = await handlers['imports.begin'](of(mine), [file]);
    const { report } = await handlers['imports.make']({ importId, onStale: 'take', batchName: null }, []);
    expect(report.problems.map(({ field }) => field)).toEqual(['connection.serverUrl']);
    expect(await answerOf(() => handlers['drafts.list'](of(mine), []))).not.toContain('theirs');
  });

  test('no request of mine goes to the server of another team', async () => {
    theirs.demo.forgetRequests();
    await answerOf(() => handlers['releases.refresh'](product(mine, theirs), []));
    await answerOf(() => handlers['licenses.refresh'](product(mine, theirs), []));
    expect(theirs.demo.requests).toEqual([]);
  });
});

test('a release is opened as one of its own product only, so that no update can move it to another', async () => {
  for (const releaseId of [mine.releaseId, mine.unopenedId]) {
    const input = { connectionId: mine.connection.id, productId: mine.otherProductId, releaseId };
    expect(await answerOf(() => handlers['drafts.open'](input, []))).toContain('"not-known"');
  }
});

test('what a hostile page may know of a connection holds no key', async () => {
  const connectionId = mine.connection.id;
  const { origin: serverUrl, teamId, apiKey } = mine.demo;
  const form = { name: 'mine', serverUrl, teamId, apiKey, maxFileBytes: 1024, rateLimit: null };
  const told = [
    await answerOf(() => handlers['app.info']({}, [])),
    await answerOf(() => handlers['app.settings']({}, [])),
    await answerOf(() => handlers['connections.list']({}, [])),
    await answerOf(() => handlers['connections.update']({ connectionId, form }, [])),
    await answerOf(() => handlers['connections.add'](form, [])),
    await answerOf(() => planOf(mine)),
    ...heard,
  ];
  expect(heard.length).toBeGreaterThan(0);
  expect(told.filter((text) => text.includes(apiKey))).toEqual([]);
});

const of = ({ connection }: Team) => ({ connectionId: connection.id });
const product = (team: Team, other: Team) => ({ ...of(team), productId: other.productId });
