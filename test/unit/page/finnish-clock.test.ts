import { afterAll, expect, test, vi } from 'vitest';

vi.stubGlobal('navigator', { languages: ['fi-FI'] });
const { agoAndClock, clock, clockAhead, clockAlone } = await import('../../../renderer/format.ts');
const { texts } = await import('../../../renderer/texts/texts.ts');

afterAll(() => vi.unstubAllGlobals());

/** Noon where the tests are run: the clock is that of the place. */
const noon = new Date(2026, 2, 4, 12, 0);
const now = noon.getTime();
const later = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

test('a time of today is marked as one in Finnish: by itself it would read like a version', () => {
  expect(clock(later(118), now)).toBe('klo 13.58');
  expect(texts.job.verified(clock(later(0), now))).toBe('Varmistettu klo 12.00');
  expect(agoAndClock(later(-2), now)).toBe('2 minuuttia sitten, klo 11.58');
  expect(clockAhead(later(14), now)).toMatch(/^klo 12\.14, 14 min/);
});

test('where the column says that it holds times, the mark is left out', () => {
  expect(texts.queue.about(clockAlone(later(14), now))).toBe('~12.14');
});

test('one of another day says “klo” once, wherever it stands', () => {
  const tomorrow = clock(later(24 * 60), now);
  expect(tomorrow).toBe('5.3.2026 klo 12.00');
  expect(texts.batches.goesAt(tomorrow)).toBe(tomorrow);
  expect(texts.releases.staleSince(tomorrow)).toBe('Näkyvissä on tilanne 5.3.2026 klo 12.00.');
  expect(texts.releases.offlineSince(tomorrow)).toContain('tilanne 5.3.2026 klo 12.00.');
  expect(texts.batches.publishAt('Julkaise 3 päivitystä', tomorrow)).toBe(
    'Julkaise 3 päivitystä 5.3.2026 klo 12.00',
  );
});
