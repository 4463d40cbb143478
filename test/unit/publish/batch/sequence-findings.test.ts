import { describe, expect, it } from 'vitest';
import {
  dev,
  draftOf,
  newFile,
  type Play,
  playOn,
  releaseOf,
  storedFileOf,
} from '../../../support/batches.ts';

const rules = ({ findings }: Play): string[] => findings.map(({ rule, draftId }) => `${rule}: ${draftId}`);
const numbers = ({ simulation, better }: Play): number[] | undefined =>
  better?.drafts.map((draft) => simulation.steps.findIndex((step) => step.draft === draft) + 1);

describe('versions in a sequence', () => {
  const old = releaseOf('1.4.0');

  it('one that is given up later is still held: refused, until the order is turned round', () => {
    const takes = draftOf(null, { version: '1.4.0', status: 'PUBLISHED' });
    const frees = draftOf(old, { version: '1.4.0-old' });
    const play = playOn([old], [takes, frees]);
    expect(play.findings).toEqual([
      {
        rule: 'version-freed-later',
        severity: 'blocks',
        part: 'version',
        draftId: takes.id,
        otherDraftIds: [frees.id],
        message:
          'Number 2 (1.4.0-old) gives up the version 1.4.0 only after this one wants it: the server would refuse it ' +
          '(409), and the slot would be lost.',
      },
    ]);
    expect(play.better).toEqual({
      drafts: [frees, takes],
      reasons: ['Number 2 (1.4.0-old) goes before number 1 (1.4.0), which takes the version it gives up.'],
    });
    expect(rules(playOn([old], [frees, takes]))).toEqual([]);
  });

  it('one that moves out of a branch frees its version there', () => {
    const inDev = releaseOf('1.4.0', { branchId: dev.id });
    const takes = draftOf(null, { version: '1.4.0', branchId: dev.id });
    const play = playOn([inDev], [takes, draftOf(inDev, { branchId: null })]);
    expect(rules(play)).toEqual([`version-freed-later: ${takes.id}`]);
    expect(numbers(play)).toEqual([2, 1]);
  });

  it('a chain of renames is put in order from its end', () => {
    const releases = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].map((version) => releaseOf(version));
    const drafts = releases.map((release, nth) => draftOf(release, { version: `1.${nth + 1}.0` }));
    expect(numbers(playOn(releases, drafts))).toEqual([4, 3, 2, 1]);
  });

  it('one that two drafts take goes to the first', () => {
    const [first, second] = [draftOf(old, { version: '2.0.0' }), draftOf(null, { version: '2.0.0' })];
    const play = playOn([old], [first, second]);
    expect(play.findings).toMatchObject([
      { rule: 'version-twice', draftId: second.id, otherDraftIds: [first.id] },
    ]);
    expect(play.better).toBeNull();
  });

  it('two that exchange theirs can go in no order', () => {
    const other = releaseOf('1.5.0');
    const play = playOn(
      [old, other],
      [draftOf(old, { version: '1.5.0' }), draftOf(other, { version: '1.4.0' })],
    );
    expect(play.findings.map(({ rule }) => rule)).toEqual(['version-exchange', 'version-exchange']);
    expect(play.findings[0]?.message).toContain('a third version');
    expect(play.better).toBeNull();
  });

  it('one that should have been given up, but was not, stays held', () => {
    const frees = draftOf(old, { version: '1.4.0-old' });
    const takes = draftOf(null, { version: '1.4.0' });
    const play = playOn([old], [frees, takes], { blocked: new Set([frees.id]) });
    expect(rules(play)).toEqual([`version-not-freed: ${takes.id}`]);
    expect(play.better).toBeNull();
  });

  it('one held by a release outside the batch is left to the draft’s own findings', () => {
    const play = playOn([old], [draftOf(null, { version: '1.4.0' })]);
    expect(play.simulation.steps[0]?.outcome).toEqual({
      is: 'refused',
      refusal: { because: 'version-taken', holderId: old.id },
    });
    expect(play.findings).toEqual([]);
  });
});

describe('“latest” in a sequence', () => {
  const latest = releaseOf('1.4.0', { latest: true });
  const becomesLatest = { setAsLatest: true, status: 'PUBLISHED' } as const;
  const next = draftOf(null, { version: '1.5.0', ...becomesLatest });

  it('is the last one’s; for the others it is in vain', () => {
    const older = releaseOf('1.3.0');
    const first = draftOf(older, becomesLatest);
    const play = playOn([older, latest], [first, next]);
    expect(play.findings).toMatchObject([
      { rule: 'latest-in-vain', severity: 'warns', draftId: first.id, otherDraftIds: [next.id] },
    ]);
    expect(play.better).toBeNull();
  });

  it('ends with the newest, in a better order', () => {
    const older = releaseOf('1.3.0');
    const last = draftOf(older, becomesLatest);
    const play = playOn([older, latest], [next, last]);
    expect(rules(play)).toEqual([`latest-in-vain: ${next.id}`, `latest-goes-back: ${last.id}`]);
    expect(numbers(play)).toEqual([2, 1]);
    expect(play.better?.reasons).toEqual([
      'Number 2 (1.3.0) goes before number 1 (1.5.0), which is the newest and is to end as the latest.',
    ]);
  });

  it('is a matter of each branch', () => {
    const inDev = releaseOf('1.5.0-dev', { branchId: dev.id });
    expect(rules(playOn([latest, inDev], [next, draftOf(inDev, becomesLatest)]))).toEqual([]);
  });

  it('is nobody’s between the one that gives it up and the one that takes it, in a worse order', () => {
    const givesUp = draftOf(latest, { status: 'DEPRECATED' });
    const play = playOn([latest], [givesUp, next]);
    expect(play.findings).toMatchObject([
      {
        rule: 'latest-gap',
        severity: 'warns',
        draftId: givesUp.id,
        message:
          'From here until number 2 (1.5.0) the product has no latest release: whoever asks for it in between gets none.',
      },
    ]);
    expect(numbers(play)).toEqual([2, 1]);
    expect(rules(playOn([latest], [next, givesUp]))).toEqual([]);
  });

  it('passes from one to the next without being wanted back by a draft that only changes other things', () => {
    const play = playOn(
      [latest],
      [next, draftOf(latest, { metadata: [{ key: 'eol', value: 'yes', locked: false }] })],
    );
    expect(rules(play)).toEqual([]);
    const end = play.simulation.end().map(({ release }) => [release.version, release.latest]);
    expect(Object.fromEntries(end)).toEqual({ '1.5.0': true, '1.4.0': false });
  });

  it('must have passed on before licenses come', () => {
    const restricted = draftOf(latest, { licenseIds: ['some license'] });
    const play = playOn([latest], [restricted, next]);
    expect(play.findings).toMatchObject([
      {
        rule: 'licenses-before-latest-moves',
        severity: 'blocks',
        draftId: restricted.id,
        otherDraftIds: [next.id],
      },
    ]);
    expect(numbers(play)).toEqual([2, 1]);
    expect(rules(playOn([latest], [next, restricted]))).toEqual([]);
  });

  it('is lost by one that was to take it along to another branch', () => {
    const moves = draftOf(latest, { branchId: dev.id });
    const play = playOn([latest], [next, moves]);
    expect(play.findings).toMatchObject([
      {
        rule: 'latest-lost-before-move',
        draftId: moves.id,
        message:
          'Number 1 (1.5.0) takes “latest” from it before it is moved, so it arrives in the branch dev without being the latest.',
      },
    ]);
    expect(numbers(play)).toEqual([2, 1]);
  });
});

describe('stored files in a sequence', () => {
  it('of one version in two branches are one: the second overwrites the first', () => {
    const first = draftOf(null, { version: '1.5.0' }, newFile('a.zip'));
    const second = draftOf(null, { version: '1.5.0', branchId: dev.id }, newFile('b.zip'));
    const play = playOn([], [first, second]);
    expect(play.findings).toMatchObject([
      {
        rule: 'file-overwritten-by-sequence',
        severity: 'warns',
        draftId: second.id,
        otherDraftIds: [first.id],
      },
    ]);
    expect(
      rules(playOn([], [first, draftOf(null, { version: '1.5.0', branchId: dev.id }, newFile('b.jar'))])),
    ).toEqual([]);
    expect(rules(playOn([], [first, { ...second, file: first.file }]))).toEqual([]);
  });

  it('stay under the old name when a release is renamed, where the next one overwrites them', () => {
    const old = releaseOf('1.4.0', { file: storedFileOf('1.4.0') });
    const renamed = draftOf(old, { version: '1.4.0-old' });
    const taker = draftOf(null, { version: '1.4.0' }, newFile('app-1.4.0.zip'));
    const play = playOn([old], [renamed, taker]);
    expect(play.findings).toMatchObject([
      {
        rule: 'file-overwritten-by-sequence',
        draftId: taker.id,
        message:
          'Number 1 (1.4.0-old) keeps its file under the name of its old version, and this one overwrites it. Give ' +
          'number 1 (1.4.0-old) its file anew, and both have theirs.',
      },
    ]);
    expect(
      rules(playOn([old], [draftOf(old, { version: '1.4.0-old' }, newFile('again.zip')), taker])),
    ).toEqual([]);
  });

  it('are deleted before another takes their name, in a better order', () => {
    const old = releaseOf('1.4.0', { branchId: dev.id, file: storedFileOf('1.4.0') });
    const uploads = draftOf(null, { version: '1.4.0' }, newFile('app-1.4.0.zip'));
    const removes = draftOf(old, {}, { kind: 'remove' });
    const play = playOn([old], [uploads, removes]);
    expect(play.findings).toMatchObject([
      { rule: 'file-deleted-by-sequence', draftId: removes.id, otherDraftIds: [uploads.id] },
    ]);
    expect(numbers(play)).toEqual([2, 1]);
  });
});

describe('a draft that changes nothing in its place', () => {
  it('is not sent, and what comes after it is as if it were not there', () => {
    const release = releaseOf('1.4.0');
    const play = playOn([{ ...release, status: 'ARCHIVED' }], [draftOf(release, { status: 'ARCHIVED' })]);
    expect(play.simulation.steps.map(({ outcome }) => outcome.is)).toEqual(['nothing']);
    expect(play.simulation.end()).toEqual([]);
  });
});
