import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Draft } from '../../../electron/model/draft.ts';
import type { Release } from '../../../electron/model/release.ts';
import { draftsChanged, rereadOpen } from '../../../renderer/store/changed-drafts.ts';
import { useDrafts } from '../../../renderer/store/drafts.ts';
import { openEditor, useEditor } from '../../../renderer/store/editor.ts';
import { useJobs } from '../../../renderer/store/jobs.ts';
import { open, openSubject, useNavigation } from '../../../renderer/store/navigation.ts';
import { entriesOfNewDrafts } from '../../../renderer/store/new-drafts.ts';
import { hasCreated, releasesChanged } from '../../../renderer/store/published.ts';
import { indexReleases } from '../../../renderer/store/release-order.ts';
import { useReleases } from '../../../renderer/store/releases.ts';
import { exampleJob, exampleOpenDraft, exampleRelease } from '../../support/examples.ts';

const former = exampleRelease({ id: 'release-1', version: '1.4.0', latest: true });
const created = exampleRelease({ id: 'release-2', version: '1.5.0', latest: true });
const { productId } = former;
const connectionId = 'connection-1';
const opened = exampleOpenDraft({ base: null });
const draft: Draft = { ...opened, fields: { ...opened.fields, version: '1.5.0' } };

/** What the page asks for: a test answers when it wants to. */
let some: PromiseWithResolvers<readonly Release[]>;
let drafts: PromiseWithResolvers<readonly Draft[]>;
let reviews: number;
let unfollow: () => void;

beforeEach(() => {
  reviews = 0;
  some = Promise.withResolvers();
  drafts = Promise.withResolvers();
  const answers = {
    'releases.some': async () => ({ ok: true, value: await some.promise }),
    'drafts.some': async () => ({ ok: true, value: await drafts.promise }),
    'branches.list': async () => ({ ok: true, value: [] }),
    'drafts.review': async () => {
      reviews += 1;
      const [there] = await drafts.promise;
      const said = { findings: [], comparison: [], changesAnything: true };
      return there === undefined
        ? { ok: false, failure: failureOf('not-known') }
        : { ok: true, value: { draft: there, ...said } };
    },
  };
  vi.stubGlobal('window', { lukittu: answers });
  useReleases.setState({ connectionId, productId, entries: indexReleases([former]), known: true });
  useDrafts.setState({ connectionId, drafts: [draft], drafted: new Set(), known: true });
  const subject = { connectionId, productId, releaseId: null, draftId: draft.id };
  open('releases', subject, false);
  useEditor.setState({ subject, phase: 'ready', draft, fields: draft.fields, release: null });
  useJobs.setState({ connectionId, jobs: [] });
  unfollow = useNavigation.subscribe(() => void openEditor(openSubject()));
});
afterEach(() => unfollow());

/** The main process tells that the draft was published, as it does: one event behind the other. */
function tellPublished(): void {
  draftsChanged([draft.id]);
  releasesChanged({ connectionId, productId, releaseIds: [created.id, former.id] });
  const state = { at: 'verified', finishedAt: draft.updatedAt } as const;
  useJobs.setState({
    jobs: [exampleJob({ draftId: draft.id, connectionId, productId, releaseId: created.id, state })],
  });
  void hasCreated(draft.id, created.id);
}

/** What the list of releases shows: the version of each row, and of what is new but not there yet, that. */
function rows(): string[] {
  const { entries, branches } = useReleases.getState();
  const begun = entriesOfNewDrafts(useDrafts.getState().drafts, productId, branches);
  return [
    ...begun.map(({ release }) => `${release.version} (new)`),
    ...entries.map(({ release }) => `${release.version}${release.latest ? ' (latest)' : ''}`),
  ];
}

/** Lets everything happen that waits for nothing. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

const answerReleases = () => some.resolve([created, { ...former, latest: false }]);
const answerDrafts = (those: readonly Draft[]) => drafts.resolve(those);

describe('a new release that was published', () => {
  it.each([
    ['the releases first', [answerReleases, () => answerDrafts([])]],
    ['the draft first', [() => answerDrafts([]), answerReleases]],
  ] as const)('takes the place of its draft in one step, %s', async (_, [first, second]) => {
    tellPublished();
    await settled();
    expect(rows()).toEqual(['1.5.0 (new)', '1.4.0 (latest)']);
    first();
    await settled();
    expect(rows()).toEqual(['1.5.0 (new)', '1.4.0 (latest)']);
    second();
    await settled();
    expect(rows()).toEqual(['1.4.0', '1.5.0 (latest)']);
  });

  it('is followed by the editor, which is never without it', async () => {
    const phases = new Set<string>();
    const stop = useEditor.subscribe(({ phase }) => void phases.add(phase));
    tellPublished();
    await settled();
    expect(openSubject()).toMatchObject({ releaseId: null, draftId: draft.id });
    answerReleases();
    answerDrafts([]);
    await settled();
    stop();
    expect(openSubject()).toMatchObject({ releaseId: created.id, draftId: null });
    expect([...phases]).toEqual(['ready']);
  });

  it('stands beside no draft of it that was edited meanwhile and goes on from it', async () => {
    tellPublished();
    answerReleases();
    answerDrafts([{ ...draft, releaseId: created.id, base: created }]);
    await settled();
    expect(rows()).toEqual(['1.4.0', '1.5.0 (latest)']);
    expect(useDrafts.getState().drafted).toEqual(new Set([created.id]));
    expect(useEditor.getState()).toMatchObject({ phase: 'ready', release: created, draft: { id: draft.id } });
  });
});

describe('a draft that has gone', () => {
  it('with its publishing is not asked about any more, though its release is read again', async () => {
    const ofRelease = { ...draft, releaseId: former.id, base: former };
    const subject = { connectionId, productId, releaseId: former.id, draftId: null };
    open('releases', subject, false);
    useEditor.setState({ subject, phase: 'ready', draft: ofRelease, fields: draft.fields, release: former });
    reviews = 0;
    const stop = useReleases.subscribe(() => void rereadOpen(connectionId, productId));
    draftsChanged([draft.id]);
    releasesChanged({ connectionId, productId, releaseIds: [former.id] });
    some.resolve([{ ...former, version: '1.4.1' }]);
    answerDrafts([]);
    await settled();
    stop();
    expect(useEditor.getState()).toMatchObject({
      phase: 'ready',
      draft: null,
      release: { version: '1.4.1' },
    });
    expect(reviews).toBe(0);
  });

  it('is not asked about where its release is read again before its going is heard of', async () => {
    vi.useFakeTimers();
    answerDrafts([]);
    await rereadOpen(connectionId, productId);
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    expect(useEditor.getState().draft).toBeNull();
    expect(reviews).toBe(0);
  });

  it('elsewhere leaves the editor, and is not asked about either', async () => {
    vi.useFakeTimers();
    answerDrafts([]);
    draftsChanged([draft.id]);
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    expect(useEditor.getState()).toMatchObject({ phase: 'nothing', draft: null });
    expect(useDrafts.getState().drafts).toEqual([]);
    expect(reviews).toBe(0);
  });
});
