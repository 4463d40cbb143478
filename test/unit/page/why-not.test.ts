import { beforeEach, describe, expect, test, vi } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Batch, BatchReview } from '../../../electron/model/batch.ts';
import { type CommandName, commands } from '../../../electron/model/command.ts';
import type { Job } from '../../../electron/model/job.ts';
import { useBatches } from '../../../renderer/store/batches.ts';
import { useConnections } from '../../../renderer/store/connections.ts';
import { cover } from '../../../renderer/store/covers.ts';
import { useDrafts } from '../../../renderer/store/drafts.ts';
import { useEditor } from '../../../renderer/store/editor.ts';
import { useJobs } from '../../../renderer/store/jobs.ts';
import { go, open, setConnecting } from '../../../renderer/store/navigation.ts';
import { useNotices } from '../../../renderer/store/notices.ts';
import { useProducts } from '../../../renderer/store/products.ts';
import { runCommand } from '../../../renderer/store/run-command.ts';
import { useSelectedJob } from '../../../renderer/store/selected-job.ts';
import { useUpdates } from '../../../renderer/store/updates.ts';
import { whyNot } from '../../../renderer/store/why-not.ts';
import { offer } from '../../../renderer/store/window-actions.ts';
import { paletteEntries } from '../../../renderer/views/palette/palette-entries.ts';
import { exampleConnection, exampleJob, exampleOpenDraft } from '../../support/examples.ts';
import { failed, paused, verified, waiting } from '../../support/job-states.ts';

const { rateLimit, ...connection } = exampleConnection();
const team = { ...connection, rateLimit, keyHeld: 'keyring' as const };
const draft = exampleOpenDraft();
const spring: Batch = {
  id: 'spring',
  connectionId: team.id,
  name: 'Spring',
  draftIds: [draft.id],
  onFailure: 'stop',
  startAt: null,
  createdAt: '2026-01-01T12:00:00.000Z',
  updatedAt: '2026-01-01T12:00:00.000Z',
};

const reviewOf = (outcome: BatchReview['steps'][number]['outcome'], change: Partial<BatchReview> = {}) => ({
  batch: spring,
  steps: [{ draftId: draft.id, outcome, findings: [], latest: [], goesAt: null, doneAt: null }],
  findings: [],
  order: null,
  compaction: null,
  cost: { slots: { update: 1, create: 0 }, waits: 0, startsAt: draft.createdAt, finishesAt: draft.createdAt },
  stopsAt: outcome === 'blocked' ? draft.id : null,
  ...change,
});

/** What the window asked the main process for. */
let asked: string[];

beforeEach(() => {
  asked = [];
  const answers = new Proxy(
    {},
    {
      get: (_, name) => async () => {
        asked.push(String(name));
        return { ok: false, failure: failureOf('bad-request') };
      },
    },
  );
  vi.stubGlobal('window', { lukittu: answers });
  vi.stubGlobal('document', { activeElement: {}, body: {} });
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => run());
  useNotices.setState({ notices: [] });
  useConnections.setState({ connections: [team], currentId: team.id });
  useProducts.setState({ connectionId: team.id, currentId: draft.productId });
  useDrafts.setState({ connectionId: team.id, drafts: [draft] });
  useEditor.setState({ phase: 'nothing', subject: null, draft: null, release: null });
  useBatches.setState({ connectionId: team.id, batches: [spring], openId: null, review: null });
  useSelectedJob.setState({ id: null, batch: null });
  setConnecting(false);
  go('releases');
  queueOf();
});

const queueOf = (...jobs: Job[]): void => useJobs.setState({ connectionId: team.id, jobs });
const said = (): string[] => useNotices.getState().notices.map(({ message }) => message);
const offered = (): string[] =>
  paletteEntries().flatMap(({ kind, text, why }) => (kind === 'command' && why === null ? [text] : []));

describe('a command', () => {
  test('that cannot be carried out says why, and does nothing', () => {
    for (const { name } of commands) {
      const why = whyNot(name);
      if (why === null) continue;
      runCommand(name);
      expect(said(), name).toContain(why);
    }
    expect(said().length).toBeGreaterThan(3);
    expect(asked).toEqual([]);
  });

  test('needs a team, but for what helps before there is one', () => {
    useConnections.setState({ connections: [], currentId: null });
    expect(whyNot('new-release')).toBe('Connect a team first.');
    expect(whyNot('show-queue')).toBe('Connect a team first.');
    expect(whyNot('copy-diagnostics')).toBeNull();
    expect(offered()).toEqual(expect.arrayContaining(['Copy Diagnostics', 'Show Log Folder', 'Quit']));
    expect(paletteEntries().every(({ why }) => why === null)).toBe(true);
  });

  test('does nothing behind the form for a further team, but can lead away from it', () => {
    setConnecting(true);
    const behind: CommandName[] = [
      'publish',
      'import',
      'match-files',
      'discard-draft',
      'change-many',
      'undo',
    ];
    for (const name of behind) expect(whyNot(name), name).toMatch(/^Finish connecting the team/);
    expect(whyNot('add-connection')).toMatch(/open already/);
    expect(whyNot('show-queue')).toBeNull();
    expect(paletteEntries().every(({ why }) => why === null)).toBe(true);
  });

  test('does nothing behind a dialog, but for what changes nothing of what is shown', () => {
    const uncover = cover('dialog');
    const beside = commands.map(({ name }) => name).filter((name) => whyNot(name) === null);
    expect(beside).toEqual(['check-updates', 'copy-diagnostics', 'show-logs']);
    runCommand('new-release');
    expect(said()).toEqual(['Finish what the dialog asks, or close it, first.']);
    uncover();
    expect(whyNot('new-release')).toBeNull();
  });

  test('does nothing behind the palette, which says of each what it could do', () => {
    const uncover = cover('palette');
    expect(whyNot('new-release')).toBeNull();
    runCommand('new-release');
    expect(said()).toEqual(['Choose from the search, or close it, first.']);
    uncover();
  });

  test('is offered by the part of the window that can do it, as long as that can', () => {
    expect(whyNot('select-all')).toMatch(/^There is nothing to choose here/);
    const withdraw = offer('select-all', () => undefined);
    expect(whyNot('select-all')).toBeNull();
    withdraw();
    expect(whyNot('select-all')).not.toBeNull();
  });
});

describe('the commands of the queue', () => {
  test('pause what is on its way and resume what is paused', () => {
    queueOf(exampleJob({ state: waiting }));
    expect([whyNot('pause-all'), whyNot('resume-all')]).toEqual([null, 'Nothing in the queue is paused.']);
    queueOf(exampleJob({ state: paused }));
    expect([whyNot('pause-all'), whyNot('resume-all')]).toEqual([
      'Nothing in the queue can be paused.',
      null,
    ]);
  });

  test('clear it of what is finished only', () => {
    queueOf(exampleJob({ state: failed }));
    expect(whyNot('clear-finished')).not.toBeNull();
    queueOf(exampleJob({ state: verified }));
    expect(whyNot('clear-finished')).toBeNull();
  });

  test('are about the job of what is open', () => {
    const lostFile = { name: 'app.jar', inVault: true };
    const { connectionId, productId, releaseId, id: draftId } = draft;
    queueOf(exampleJob({ state: failed, lostFile }));
    expect(whyNot('put-file-back')).toMatch(/^Open a release/);

    open('releases', { connectionId, productId, releaseId, draftId }, false);
    useEditor.setState({ phase: 'ready', subject: { connectionId, productId, releaseId, draftId }, draft });
    expect(whyNot('put-file-back')).toBeNull();
    expect(whyNot('pause-job')).toBe('It cannot be paused now.');

    queueOf(exampleJob({ state: failed, lostFile: { ...lostFile, inVault: false } }));
    expect(whyNot('put-file-back')).toMatch(/^No file of it is lost/);
  });
});

describe('the commands of a batch', () => {
  const show = (review: BatchReview | null): void => {
    go('drafts');
    useBatches.setState({ openId: spring.id, review });
  };

  test('need one that is shown', () => {
    for (const name of ['publish-batch', 'pause-batch', 'compact-batch', 'remove-batch'] as const)
      expect(whyNot(name), name).toBe('Show a batch first.');
  });

  test('publish it when something of it would be sent, and say where it would stop', () => {
    show(null);
    expect(whyNot('publish-batch')).toBe('Checking the order…');
    show(reviewOf('published'));
    expect(whyNot('publish-batch')).toBeNull();
    show(reviewOf('blocked'));
    expect(whyNot('publish-batch')).toMatch(/^Stops at 1\.4\.0/);
    show(reviewOf('nothing'));
    expect(whyNot('publish-batch')).toBe('Nothing in it would be sent');
  });

  test('put it in a better order, or together, where there is one to put it in', () => {
    show(reviewOf('published'));
    expect([whyNot('order-batch'), whyNot('compact-batch')].every((why) => why !== null)).toBe(true);
    const saved = { slots: 1, ms: 0 };
    const compaction = { dropped: [draft.id], joined: [], apart: [], saved };
    show(reviewOf('published', { order: { draftIds: [], reasons: [] }, compaction }));
    expect([whyNot('order-batch'), whyNot('compact-batch')]).toEqual([null, null]);
  });

  test('stop one that is on its way and go on with it, chosen among the drafts or in the queue', () => {
    const batch = { id: spring.id, name: spring.name };
    queueOf(exampleJob({ state: waiting, batch }));
    show(reviewOf('published'));
    expect(whyNot('publish-batch')).toBe('The batch is on its way.');
    expect([whyNot('pause-batch'), whyNot('resume-batch')]).toEqual([null, 'It is not paused.']);

    const other = { id: 'autumn', name: 'Autumn' };
    const ofSpring = exampleJob({ state: paused, batch });
    queueOf(ofSpring, exampleJob({ id: 'job-2', state: waiting, batch: other }));
    go('queue');
    expect(whyNot('resume-batch')).toBe('Show a batch first.');
    queueOf(ofSpring);
    expect(whyNot('resume-batch')).toBeNull();
    queueOf(ofSpring, exampleJob({ id: 'job-2', state: waiting, batch: other }));
    useSelectedJob.setState({ id: null, batch: { id: spring.id, entryId: 'batch spring' } });
    expect([whyNot('pause-batch'), whyNot('resume-batch'), whyNot('cancel-batch')]).toEqual([
      'It cannot be paused now.',
      null,
      null,
    ]);
  });
});

test('the app is restarted into a version that has come, and only while nothing is being published', () => {
  const update = { version: '0.2.0', notes: '', bytes: null };
  useUpdates.setState({ state: { at: 'ready', update, waitsFor: 'here' } });
  expect(whyNot('restart-to-update')).toBe('You can restart when nothing is being published.');
  useUpdates.setState({ state: { at: 'ready', update, waitsFor: 'elsewhere' } });
  expect(whyNot('restart-to-update')).toContain('Another run of the app is publishing');
  useUpdates.setState({ state: { at: 'ready', update, waitsFor: null } });
  expect(whyNot('restart-to-update')).toBeNull();
  useUpdates.setState({ state: { at: 'found', update } });
  expect([whyNot('fetch-update'), whyNot('restart-to-update')]).toEqual([
    null,
    'Download the newer version first.',
  ]);
  useUpdates.setState({ state: { at: 'none', lookedAt: null } });
  expect(whyNot('restart-to-update')).toMatch(/^No newer version is known/);
});
