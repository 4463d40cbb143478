import { beforeEach, describe, expect, test, vi } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import { useAnnouncement } from '../../../renderer/store/announcements.ts';
import { useBatches } from '../../../renderer/store/batches.ts';
import { useConnections } from '../../../renderer/store/connections.ts';
import { dismissNotice, useNotices } from '../../../renderer/store/notices.ts';
import {
  followUndo,
  lastUndoable,
  notifyUndoable,
  type Undone,
  undoLast,
  useUndo,
} from '../../../renderer/store/undo.ts';
import { exampleConnection } from '../../support/examples.ts';

/** What the menu was told, in order. */
let told: (string | null)[];
/** The teams whose batches were read. */
let asked: string[];

const { rateLimit, ...connection } = exampleConnection();
const team = (id: string) => ({ ...connection, id, name: id, rateLimit, keyHeld: 'keyring' as const });

beforeEach(() => {
  told = [];
  asked = [];
  vi.stubGlobal('window', {
    lukittu: {
      'app.remember': async () => ({ ok: true, value: null }),
      'batches.list': async ({ connectionId }: { connectionId: string }) => {
        asked.push(connectionId);
        return { ok: true, value: [] };
      },
      'app.showUndo': async ({ what }: { what: string | null }) => {
        told.push(what);
        return { ok: true, value: null };
      },
    },
  });
  useUndo.setState({ done: [] });
  useNotices.setState({ notices: [] });
  useConnections.setState({ connections: [], currentId: 'team-1' });
  useBatches.setState({ connectionId: null, batches: [] });
});

const said = (): string[] => useNotices.getState().notices.map(({ message }) => message);

/** Why something was not undone, as far as that is said. */
const failing = (): string[] =>
  useNotices
    .getState()
    .notices.flatMap(({ tone, detail }) => (tone === 'danger' ? [`${(detail ?? '').split('. ')[0]}.`] : []));

/** Something that is done, and the times it was taken back. */
function does(what: string, ...answers: (Undone | Promise<Undone>)[]): () => number {
  let times = 0;
  notifyUndoable({ tone: 'info', message: what }, async () => {
    times += 1;
    return answers[times - 1] ?? 'undone';
  });
  return () => times;
}

describe('undoing', () => {
  test('takes back one thing after the other, the newest first, also when its notice has gone', async () => {
    const discarded = does('The draft is discarded.');
    const removed = does('The batch is removed.');
    for (const { id } of useNotices.getState().notices) dismissNotice(id);

    await undoLast();
    expect([discarded(), removed()]).toEqual([0, 1]);
    await undoLast();
    await undoLast();

    expect([discarded(), removed()]).toEqual([1, 1]);
    expect(useNotices.getState().notices).toMatchObject([
      { message: 'Undone: The batch is removed.', detail: null },
      { message: 'Undone: The draft is discarded.', detail: null },
      { message: 'There is nothing to undo.' },
    ]);
  });

  test('goes back fifty steps and no more', async () => {
    const first = does('The first is discarded.');
    for (let one = 0; one < 50; one += 1) does('Another is discarded.');
    for (let one = 0; one < 51; one += 1) await undoLast();
    expect(first()).toBe(0);
    expect(said().at(-1)).toBe('There is nothing to undo.');
  });

  test('takes the notice away that offers the same, and leaves telling to who has told', async () => {
    const times = does('3 drafts made.', 'told');
    await undoLast();
    expect(times()).toBe(1);
    expect(said()).toEqual([]);
  });

  test('by the notice leaves what was done before it to the command', async () => {
    const older = does('The draft is discarded.');
    const times = does('The batch is removed.');
    useNotices.getState().notices[1]?.actions[0]?.run();
    await undoLast();
    await undoLast();
    expect([older(), times()]).toEqual([1, 1]);
  });

  test('of what was done before waits until the last is taken back, and takes nothing back twice', async () => {
    const { promise: slow, resolve: finish } = Promise.withResolvers<Undone>();
    const older = does('The draft is discarded.');
    const times = does('The batch is removed.', slow);
    const [first, second] = [undoLast(), undoLast()];
    await vi.waitFor(() => expect(times()).toBe(1));
    expect(older()).toBe(0);
    finish('undone');
    await Promise.all([first, second]);
    expect([older(), times()]).toEqual([1, 1]);
  });

  test('is not in the way of what was done before where somebody has to see to it first, and is tried again by its notice', async () => {
    const older = does('The batch is removed.');
    const blocked = does('The draft is discarded.', failureOf('conflict'), failureOf('busy'), 'undone');
    await undoLast();
    expect(failing()).toEqual([failureOf('conflict').message]);
    expect(said()).toContain('Not undone: The draft is discarded.');
    await undoLast();
    expect([older(), blocked()]).toEqual([1, 1]);

    const tryAgain = async () => {
      useNotices
        .getState()
        .notices.find(({ tone }) => tone === 'danger')
        ?.actions[0]?.run();
      await undoLast();
    };
    await tryAgain();
    expect(failing()).toEqual([failureOf('busy').message]);
    await tryAgain();
    expect(blocked()).toBe(3);
    expect(failing()).toEqual([]);
    expect(said()).toContain('Undone: The draft is discarded.');
  });

  test('is of what stood there when it was asked for, whatever was done or shown meanwhile', async () => {
    useConnections.setState({ connections: [team('team-1'), team('team-2')] });
    const { promise, resolve: finish } = Promise.withResolvers<Undone>();
    const older = does('The draft is discarded.');
    does('The batch is removed.', promise);
    const [first, second] = [undoLast(), undoLast()];
    const newer = does('Another draft is discarded.');
    useConnections.setState({ currentId: 'team-2' });
    const elsewhere = does('A draft of the other team is discarded.');
    finish('undone');
    await Promise.all([first, second]);
    expect([older(), newer(), elsewhere()]).toEqual([1, 0, 0]);
    expect(useConnections.getState().currentId).toBe('team-1');
  });

  test('by a notice waits its turn as well', async () => {
    const { promise, resolve: finish } = Promise.withResolvers<Undone>();
    const older = does('The draft is discarded.');
    does('The batch is removed.', promise);
    const first = undoLast();
    useNotices
      .getState()
      .notices.find(({ message }) => message === 'The draft is discarded.')
      ?.actions[0]?.run();
    await Promise.resolve();
    expect(older()).toBe(0);
    finish('undone');
    await first;
    await vi.waitFor(() => expect(older()).toBe(1));
  });

  test('keeps its place among what was done before and since where this machine could not do it', async () => {
    const order: string[] = [];
    const doing = (what: string, ...answers: Undone[]) =>
      notifyUndoable({ tone: 'info', message: what }, async () => {
        order.push(what);
        return answers.shift() ?? 'undone';
      });
    doing('first');
    doing('second', failureOf('disk-full'));
    const failing = undoLast();
    doing('third');
    await failing;
    for (let one = 0; one < 3; one += 1) await undoLast();
    expect(order).toEqual(['second', 'third', 'second', 'first']);
  });

  test('can be tried again where it failed, in its turn, unless what it is about is known no more', async () => {
    const older = does('The batch is removed.');
    const full = does('The draft is discarded.', failureOf('disk-full'), 'undone');
    await undoLast();
    await undoLast();
    expect([older(), full()]).toEqual([0, 2]);

    const gone = does('The draft is discarded.', failureOf('not-known'));
    await undoLast();
    await undoLast();
    expect([older(), gone()]).toEqual([1, 1]);
  });

  test('is of the team in which it was done', async () => {
    const times = does('The draft is discarded.');
    useConnections.setState({ currentId: 'team-2' });
    await undoLast();
    expect(times()).toBe(0);
    useConnections.setState({ currentId: 'team-1' });
    await undoLast();
    expect(times()).toBe(1);
  });

  test('by the notice of another team happens in that team, with its batches as they are', async () => {
    useConnections.setState({ connections: [team('team-1'), team('team-2')] });
    let shownThen: string | null = null;
    notifyUndoable({ tone: 'info', message: 'The draft is discarded.' }, async () => {
      shownThen = useConnections.getState().currentId;
      return 'undone';
    });
    useConnections.setState({ currentId: 'team-2' });
    useBatches.setState({ connectionId: 'team-1' });
    useNotices.getState().notices[0]?.actions[0]?.run();
    await vi.waitFor(() => expect(shownThen).toBe('team-1'));
    expect(asked).toEqual(['team-1']);
    expect(useAnnouncement.getState().text).toBe('Now showing team-1, where it was done.');
  });

  test('by the notice of a team that is gone changes nothing of what is shown', async () => {
    useConnections.setState({ connections: [team('team-2')] });
    const times = does('The draft is discarded.', failureOf('not-known'));
    useConnections.setState({ currentId: 'team-2' });
    useNotices.getState().notices[0]?.actions[0]?.run();
    await vi.waitFor(() => expect(times()).toBe(1));
    expect(useConnections.getState().currentId).toBe('team-2');
  });

  test('is offered by the menu as long as there is something', async () => {
    const stop = followUndo();
    does('The draft is discarded.');
    useConnections.setState({ currentId: 'team-2' });
    useConnections.setState({ currentId: 'team-1' });
    await undoLast();
    stop();
    does('The batch is removed.');
    expect(told).toEqual([null, 'The draft is discarded.', null, 'The draft is discarded.', null]);
    expect(lastUndoable()?.what).toBe('The batch is removed.');
  });
});
