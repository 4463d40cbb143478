import { describe, expect, it } from 'vitest';
import { emptyRateWindow } from '../../../../electron/lukittu/rate-window.ts';
import type { Batch, BatchReview } from '../../../../electron/model/batch.ts';
import type { Draft, Finding } from '../../../../electron/model/draft.ts';
import type { Release } from '../../../../electron/model/release.ts';
import { atOnce } from '../../../../electron/pieces.ts';
import { indexFor, reviewBatch, type ToReview } from '../../../../electron/publish/batch/review.ts';
import { type BatchDraft, simulate } from '../../../../electron/publish/batch/simulate.ts';
import { preflight } from '../../../../electron/publish/preflight.ts';
import { dev, draftOf, newFile, releaseOf, storedFileOf } from '../../../support/batches.ts';
import { createChance } from '../../../support/chance.ts';
import { randomBatch } from '../../../support/random-batch.ts';

const now = '2026-01-01T12:00:00.000Z';
const at = (seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString();

const asDraft = ({ file, ...draft }: BatchDraft): Draft => ({
  ...draft,
  connectionId: 'connection-1',
  createdAt: now,
  updatedAt: now,
  file: file.kind === 'replace' ? { ...file, source: 'unchanged' } : file,
});
const known = {
  connection: { maxFileBytes: 10_000 },
  branches: [dev],
  licenses: [],
  rivals: [],
  artifactInVault: true,
  oldFileInVault: true,
};

function review(
  releases: readonly Release[],
  drafts: readonly BatchDraft[],
  { batch = {}, timing = {} }: { batch?: Partial<Batch>; timing?: Partial<ToReview['timing']> } = {},
): BatchReview {
  return atOnce(
    reviewBatch({
      batch: {
        id: 'batch-1',
        connectionId: 'connection-1',
        name: 'Spring release',
        draftIds: drafts.map(({ id }) => id),
        onFailure: 'stop',
        startAt: null,
        createdAt: now,
        updatedAt: now,
        ...batch,
      },
      drafts: drafts.map(asDraft),
      releases,
      branches: [dev],
      knownOf: () => known,
      timing: {
        windows: { update: emptyRateWindow, create: emptyRateWindow },
        limit: { count: 5, windowSeconds: 300 },
        pace: { bytesPerSecond: 1000, readMs: 0, answerMs: 0 },
        now: Date.parse(now),
        ahead: [],
        ...timing,
      },
    }),
  );
}

const rulesOf = (findings: readonly Finding[] | undefined): string[] | undefined =>
  findings?.map(({ rule }) => rule);

describe('a batch under review', () => {
  const old = releaseOf('1.4.0', { latest: true, file: storedFileOf('1.4.0') });
  const frees = draftOf(old, { version: '1.3.99' }, newFile('app-1.3.99.zip'));
  const takes = draftOf(
    null,
    { version: '1.4.0', status: 'PUBLISHED', setAsLatest: true },
    newFile('app-1.4.0.zip'),
  );

  it('has each draft checked in its place: what was freed before it is free', () => {
    const { steps, findings, order } = review([old], [frees, takes]);
    expect(steps.map(({ outcome }) => outcome)).toEqual(['published', 'published']);
    expect(rulesOf(steps[1]?.findings)).toEqual(['latest-taken']);
    expect(steps[1]?.latest).toEqual([{ branchId: null, branch: 'No branch', version: '1.4.0' }]);
    expect({ findings, order }).toEqual({ findings: [], order: null });
  });

  it('says once what the sequence and the draft both know, and where a batch that stops would stop', () => {
    const { steps, findings, order, stopsAt } = review([old], [takes, frees]);
    expect(findings.map(({ rule }) => rule)).toEqual(['version-freed-later']);
    expect(rulesOf(steps[0]?.findings)).not.toContain('version-taken');
    expect(order?.draftIds).toEqual([frees.id, takes.id]);
    expect(stopsAt).toBe(takes.id);
    expect(review([old], [takes, frees], { batch: { onFailure: 'go-on' } }).stopsAt).toBeNull();
  });

  it('takes a draft that is blocked by its own findings for not published', () => {
    const blocked = draftOf(old, { version: 'has white space' });
    const { steps, findings } = review([old], [blocked, takes]);
    expect(steps.map(({ outcome }) => outcome)).toEqual(['blocked', 'refused']);
    expect(rulesOf(steps[0]?.findings)).toContain('version-white-space');
    expect(findings.map(({ rule }) => rule)).toEqual(['version-not-freed']);
  });

  it('warns of a conflict with what others changed, which would stop it too', () => {
    const { steps, stopsAt } = review(
      [{ ...old, status: 'DEPRECATED' }],
      [draftOf(old, { status: 'ARCHIVED' })],
    );
    expect(rulesOf(steps[0]?.findings)).toContain('conflict');
    expect(stopsAt).toBe(steps[0]?.draftId);
  });

  it('works on the releases the drafts began with where a product was never read', () => {
    const { steps, findings } = review([], [takes, frees]);
    expect(steps.map(({ outcome }) => outcome)).toEqual(['refused', 'published']);
    expect(findings.map(({ rule }) => rule)).toEqual(['version-freed-later']);
    expect(rulesOf(steps[1]?.findings)).not.toContain('release-gone');
  });

  it('costs slots and time: each draft has its moment, what is in line goes first', () => {
    const releases = Array.from({ length: 6 }, (_, nth) => releaseOf(`1.${nth}.0`));
    const drafts = releases.map((release) => draftOf(release, { status: 'ARCHIVED' }, newFile('a.zip')));
    const ahead = [{ id: 'job', call: 'update', productId: 'other', bytes: 0, notBefore: null }] as const;
    const creates = { ...takes, fields: { ...takes.fields, version: '9.0.0' } };
    const { cost, steps } = review(releases, [...drafts, creates], { timing: { ahead } });
    expect(cost).toEqual({
      slots: { update: 6, create: 1 },
      waits: 1,
      startsAt: now,
      finishesAt: at(317.288),
    });
    expect(steps[0]).toMatchObject({ goesAt: now, doneAt: at(4.096) });
    expect(steps[4]).toMatchObject({ goesAt: at(305) });
  });

  it('costs nothing for what the server would refuse: that stays where it is', () => {
    const { cost, steps } = review([old], [takes]);
    expect(cost).toMatchObject({ slots: { update: 0, create: 0 }, startsAt: now, finishesAt: now });
    expect(steps[0]).toMatchObject({ outcome: 'refused', goesAt: null });
  });

  it('begins at its time', () => {
    const { cost, steps } = review([], [takes], { batch: { startAt: at(3600) } });
    expect(cost).toMatchObject({ startsAt: at(3600), finishesAt: at(3604.096) });
    expect(steps[0]?.goesAt).toBe(at(3600));
  });

  it('shows what leaving out and putting together would save, in slots and minutes', () => {
    const releases = Array.from({ length: 6 }, (_, nth) => releaseOf(`1.${nth}.0`));
    const archive = releases.map((release) => draftOf(release, { status: 'ARCHIVED' }));
    const again = {
      ...draftOf(releases[0] ?? null, { metadata: [{ key: 'eol', value: 'yes', locked: false }] }),
      id: 'again',
    };
    const idle = { ...draftOf(releases[1] ?? null, {}), id: 'idle' };
    expect(review(releases, [idle, again, ...archive.slice(0, 1), ...archive.slice(2)]).compaction).toEqual({
      dropped: ['idle'],
      joined: [{ into: archive[0]?.id, draftIds: ['again', archive[0]?.id] }],
      apart: [],
      saved: { slots: 1, ms: 305_000 },
    });
    const seventh = releaseOf('1.7.0');
    const saved = review([...releases, seventh], [...archive, again]).compaction?.saved;
    expect(saved).toEqual({ slots: 1, ms: 0 });
    expect(review(releases, archive).compaction).toBeNull();
  });
});

describe('in any batch', () => {
  it('checking a draft against its neighbours is checking it against all releases', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const { drafts, releases, branches } = randomBatch(createChance(seed));
      const given = { index: atOnce(indexFor(drafts, releases)), branches, blocked: new Set<string>() };
      const { steps } = simulate(drafts, given);
      for (const [nth, step] of steps.entries()) {
        const end = simulate(drafts.slice(0, nth), given).end();
        const changed = new Map(end.map(({ release }) => [release.id, release]));
        const created = end.map(({ release }) => release).filter(({ id }) => !given.index.byId.has(id));
        const all = [...releases.map((release) => changed.get(release.id) ?? release), ...created];
        const draft = asDraft(step.draft);
        const findings = preflight(draft, { ...known, branches, releases: step.neighbours });
        const everything = preflight(draft, { ...known, branches, releases: all });
        expect(sorted(findings), `seed ${seed}, ${nth}`).toEqual(sorted(everything));
      }
    }
  });

  it('a draft is refused in a play where preflight says that the server would refuse it', () => {
    const refusals = ['version-taken', 'licenses-on-latest', 'licenses-with-latest'];
    for (let seed = 1; seed <= 300; seed += 1) {
      const { drafts, releases, branches } = randomBatch(createChance(seed));
      const { steps } = simulate(drafts, {
        index: atOnce(indexFor(drafts, releases)),
        branches,
        blocked: new Set(),
      });
      for (const step of steps) {
        if (step.outcome.is === 'nothing') continue;
        const findings = preflight(asDraft(step.draft), { ...known, branches, releases: step.neighbours });
        const says = findings.some(({ rule }) => refusals.includes(rule));
        expect(says, `seed ${seed}, ${step.draft.id}`).toBe(step.outcome.is === 'refused');
      }
    }
  });
});

const sorted = (findings: readonly Finding[]): string[] =>
  findings.map((finding) => JSON.stringify(finding)).sort();
