import { expect, onTestFinished, test } from 'vitest';
import { atOnce } from '../../../electron/pieces.ts';
import { createConnectionStore } from '../../../electron/store/connections.ts';
import { openStore } from '../../../electron/store/database.ts';
import { createDraftStore } from '../../../electron/store/drafts.ts';
import { createReleaseStore } from '../../../electron/store/releases.ts';
import { releaseOf } from '../../support/batches.ts';
import { exampleConnection, exampleDraft } from '../../support/examples.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const at = '2026-01-01T12:00:00.000Z';

function open() {
  const store = openStore(tempFolder(), createFakeClock());
  onTestFinished(() => store.close());
  const connections = createConnectionStore(store);
  connections.save(exampleConnection(), at);
  connections.save(exampleConnection({ id: 'connection-2' }), at);
  return {
    releases: createReleaseStore(store),
    drafts: createDraftStore(store),
    /** As after a start of the app: nothing is held in memory yet. */
    releasesAnew: () => createReleaseStore(store),
  };
}

const many = Array.from({ length: 500 }, (_, patch) => releaseOf(`1.0.${patch}`));
const productId = many[0]?.productId ?? '';

/** Goes through a reading, doing something after its first piece. */
function finish<T>(reading: Generator<void, T, void>, meanwhile: () => void = () => undefined) {
  let pieces = 0;
  for (;;) {
    const step = reading.next();
    pieces += 1;
    if (step.done === true) return { pieces, value: step.value };
    if (pieces === 1) meanwhile();
  }
}

test('releases are read in pieces as they are listed at once, those of other products left out', () => {
  const { releases: before, releasesAnew } = open();
  atOnce(
    before.replacing(
      'connection-1',
      'other product',
      [releaseOf('9.0.0', { productId: 'other product' })],
      at,
    ),
  );
  atOnce(before.replacing('connection-1', productId, many, at));
  atOnce(before.replacing('connection-2', productId, [releaseOf('8.0.0')], at));
  const releases = releasesAnew();
  const { value, pieces } = finish(releases.reading('connection-1', productId));
  expect(value).toEqual(releasesAnew().list('connection-1', productId));
  expect(value.items).toEqual(many);
  expect(pieces).toBe(3);
  expect(finish(releases.reading('connection-1', 'never read')).value).toEqual({ items: [], readAt: null });
});

test('releases that are read anew from the server while they are read in pieces are not mixed with the old', () => {
  const { releases: before, releasesAnew } = open();
  atOnce(before.replacing('connection-1', productId, many, at));
  const releases = releasesAnew();
  const newer = many.slice(100).map((release) => ({ ...release, status: 'ARCHIVED' as const }));
  const later = '2026-01-01T13:00:00.000Z';
  const { value } = finish(releases.reading('connection-1', productId), () =>
    atOnce(releases.replacing('connection-1', productId, newer, later)),
  );
  expect(value).toEqual({ items: newer, readAt: later });
});

test('drafts are read in pieces, the oldest first, without those that are discarded', () => {
  const { drafts } = open();
  for (const [n, base] of many.entries()) {
    const createdAt = new Date(Date.parse(at) + (n % 7)).toISOString();
    drafts.insert(exampleDraft({ id: `draft ${n}`, base, releaseId: base.id, createdAt }));
  }
  drafts.insert(
    exampleDraft({ id: 'of another', connectionId: 'connection-2', base: null, releaseId: null }),
  );
  drafts.discard('draft 7', at);
  const { value, pieces } = finish(drafts.reading('connection-1'));
  const left = [...many.keys()].filter((n) => n !== 7).toSorted((a, b) => (a % 7) - (b % 7) || a - b);
  expect(value.map(({ id }) => id)).toEqual(left.map((n) => `draft ${n}`));
  expect(pieces).toBe(3);
});
