import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CallHandlers, CallName } from '../../../electron/contract.ts';
import { failureFrom } from '../../../electron/errors.ts';
import type { IncomingFile } from '../../../electron/model/incoming-file.ts';
import type { Job } from '../../../electron/model/job.ts';
import { callNames, harmless, inputOf, isId, partsOf, takesFiles } from '../../support/call-inputs.ts';
import { type ConnectedTeam, connectTwoTeams } from '../../support/connected-team.ts';
import { eventually } from '../../support/eventually.ts';

/** Every call of the contract that names something by its id, with an id that is not of where it is named. */

let handlers: CallHandlers;
let mine: ConnectedTeam;
let theirs: ConnectedTeam;

beforeAll(async () => {
  const jobs = new Map<string, Job>();
  const teams = await connectTwoTeams({ mine: 'Anemone', theirs: 'Barnacle' }, (...[name, payload]) => {
    if (name === 'jobs.changed') jobs.set(payload.job.id, payload.job);
  });
  ({ mine, theirs } = teams);
  handlers = teams.services.handlers;
  for (const team of [mine, theirs]) {
    const id = await publishOne(team);
    await eventually(() => jobs.get(id)?.state.at === 'verified');
  }
  return teams.close;
});

/** Publishes a change of a team's release, so that there are a job and an attempt. */
async function publishOne({ connection, productId, unopenedId: releaseId }: ConnectedTeam): Promise<string> {
  const { draft } = await handlers['drafts.open']({ connectionId: connection.id, productId, releaseId }, []);
  const change = { fields: { status: 'DEPRECATED' } } as const;
  await handlers['drafts.change']({ draftId: draft.id, change }, []);
  return (await handlers['jobs.publish']({ draftId: draft.id }, [])).id;
}

/** Calls that name something by an id; not those of connections, whose ids are all the page's to name. */
const withIds = callNames.filter((name) => partsOf(name).some(isId) && !name.startsWith('connections.'));
const underConnection = withIds.filter((name) => partsOf(name).includes('connectionId'));
const alone = withIds.filter((name) => !partsOf(name).includes('connectionId'));

const file: IncomingFile = { name: 'dropped-1.0.0.json', bytes: Buffer.from('{}') };

/** Makes a call as the dispatcher does; the answer as text, of a refusal its failure. */
async function ask(name: CallName, given: Readonly<Record<string, unknown>>): Promise<string> {
  const input = inputOf(name, { ...harmless, 'releases.find text': '0.0', ...given });
  try {
    const answer: unknown = await Reflect.apply(handlers[name], null, [
      input,
      takesFiles(name) ? [file] : [],
    ]);
    return JSON.stringify(answer) ?? '';
  } catch (error) {
    return JSON.stringify(failureFrom(error));
  }
}

/** What a team's things are called by, but for its connection. */
const idsOf = ({ productId, unopenedId, draftId, batchId }: ConnectedTeam) => ({
  productId,
  releaseId: unopenedId,
  releaseIds: [unopenedId],
  draftId,
  draftIds: [draftId],
  batchId,
  after: draftId,
  exceptOf: productId,
});

/** Everything the app knows of a team, as text. */
async function allOf({ connection, productId }: ConnectedTeam): Promise<string> {
  const of = { connectionId: connection.id };
  const product = { ...of, productId };
  return JSON.stringify([
    await handlers['connections.list']({}, []),
    await handlers['products.list'](of, []),
    await handlers['releases.list'](product, []),
    await handlers['branches.list'](product, []),
    await handlers['licenses.list'](product, []),
    await handlers['drafts.list'](of, []),
    await handlers['jobs.list'](of, []),
    await handlers['batches.list'](of, []),
    await handlers['history.list']({ ...of, text: '', limit: 1000 }, []),
  ]);
}

/** That whatever is asked says, changes and sends nothing of a team. */
async function expectUntouched(team: ConnectedTeam, asked: () => Promise<string>): Promise<void> {
  const before = await allOf(team);
  team.demo.forgetRequests();
  expect(await asked()).not.toContain(team.connection.name);
  expect(await allOf(team)).toBe(before);
  expect(team.demo.requests).toEqual([]);
}

test('there are many such calls, of both kinds', () => {
  expect(underConnection.length).toBeGreaterThan(20);
  expect(alone.length).toBeGreaterThan(30);
});

describe('under my connection', () => {
  const others = { planId: 'none', id: randomUUID(), name: 'A name' };

  test.each(underConnection)('%s finds nothing of another team, and changes nothing of it', async (name) => {
    const given = { ...others, ...idsOf(theirs), connectionId: mine.connection.id };
    const seen = await seenBy(given);
    await expectUntouched(theirs, () => ask(name, { ...given, seen }));
  });

  test.each<[CallName, (forged: ReturnType<typeof idsOf>) => Record<string, unknown>]>([
    ['batches.add', ({ draftIds }) => ({ batchId: mine.batchId, draftIds })],
    ['batches.change', ({ draftIds }) => ({ batchId: mine.batchId, 'batches.change change': { draftIds } })],
    [
      'bulk.apply',
      ({ batchId }) => ({
        connectionId: mine.connection.id,
        releaseIds: [mine.unopenedId],
        draftIds: [],
        'bulk.apply batch': { is: 'existing', batchId },
      }),
    ],
  ])('%s puts nothing of mine and another team’s together', async (name, forge) => {
    const given = forge(idsOf(theirs));
    const before = timeless(await allOf(mine));
    const seen = Object.hasOwn(given, 'connectionId') ? await seenBy(given) : 'none';
    await expectUntouched(theirs, () => ask(name, { ...given, seen }));
    expect(timeless(await allOf(mine))).toBe(before);
  });
});

/** Asking for a change of a batch of mine is a change of it, whatever comes of what was asked. */
const timeless = (all: string): string => all.replaceAll(/"updatedAt":"[^"]*"/g, '');

/** What a preview of a change says it has seen, so that the change itself is not refused for that alone. */
async function seenBy(given: Readonly<Record<string, unknown>>): Promise<string> {
  const preview: unknown = JSON.parse(await ask('bulk.preview', given));
  const seen: unknown = Reflect.get(Object(preview), 'seen');
  return typeof seen === 'string' ? seen : 'none';
}

test.each(withIds)('%s knows no ids that nobody gave out', async (name) => {
  const id = randomUUID();
  const parts = partsOf(name).filter((part) => isId(part) || part === 'after');
  const given = Object.fromEntries(parts.map((part) => [part, part.endsWith('Ids') ? [id] : id]));
  const made = () => ask(name, { ...given, exceptOf: id, seen: 'none' });
  await expectUntouched(mine, made);
  await expectUntouched(theirs, made);
});

describe('a thing of another team that is named alone', () => {
  const found = new Set<CallName>();

  test.each(alone)('%s does what it does in that team only', async (name) => {
    const given = { ...idsOf(theirs), ...(await madeBy(theirs)) };
    await expectUntouched(mine, async () => {
      const answer = await ask(name, given);
      if (!answer.includes('"retry":')) found.add(name);
      return answer;
    });
  });

  test('is found by most of them, so that something was tried', () => {
    expect([...found]).toEqual(
      expect.arrayContaining([
        'drafts.review',
        'batches.review',
        'jobs.publish',
        'imports.look',
        'history.fate',
      ]),
    );
    expect(found.size).toBeGreaterThan(30);
  });
});

/** Things of a team that calls make and other calls name: where nothing is made any more, an id of nothing. */
async function madeBy({
  connection,
  productId,
  unopenedId,
}: ConnectedTeam): Promise<Record<string, unknown>> {
  const of = { connectionId: connection.id };
  const product = { ...of, productId };
  const change = {
    ...of,
    releaseIds: [unopenedId],
    draftIds: [],
    change: { change: 'status', status: 'ARCHIVED' },
    seen: '',
  };
  const answers = [
    await ask('imports.begin', of),
    await ask('matching.begin', product),
    await ask('files.saveFields', { ...of, releaseIds: [unopenedId], draftIds: [] }),
    await ask('bulk.apply', { ...change, seen: await seenBy(change) }),
  ];
  const { draft } = await handlers['drafts.open']({ ...product, releaseId: null }, []);
  const fields = { version: `3.0.0-${randomUUID()}`, status: 'DRAFT' } as const;
  await handlers['drafts.change']({ draftId: draft.id, change: { fields } }, []);
  const { id: batchId } = await handlers['batches.create']({ ...of, name: 'New', draftIds: [draft.id] }, []);
  const [job] = await handlers['jobs.list'](of, []);
  const [attempt] = await handlers['history.list']({ ...of, text: '', limit: 1 }, []);
  const ids = { importId: 'none', setId: 'none', savedId: 'none', bulkId: 'none', compactionId: 'none' };
  const made: unknown[] = answers.map((answer) => JSON.parse(answer));
  const named = { draftId: draft.id, draftIds: [draft.id], batchId };
  return Object.assign(ids, ...made, named, { jobId: job?.id ?? 'none', attemptId: attempt?.id ?? 'none' });
}
