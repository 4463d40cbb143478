import { expect, test } from 'vitest';
import { createPassage } from '../../../electron/lukittu/passage.ts';
import { failureMaker } from '../../../electron/lukittu/request-failure.ts';
import { defaultTimeouts } from '../../../electron/lukittu/transport.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

test('a piece that takes more than a quarter of a second is followed by small ones, until one leaves faster', async () => {
  const clock = createFakeClock();
  const fail = failureMaker({ server: 'lukittu.example.org', stake: 'file', apiKey: 'key' });
  const openBody = () => Promise.reject(new Error('it is not opened here'));
  const { watch } = createPassage({ method: 'PUT', path: '/', openBody, fail }, clock, defaultTimeouts);
  expect(watch.onTaken(0)).toBe('fast');
  await clock.advance(251);
  expect(watch.onTaken(65_536)).toBe('slow');
  await clock.advance(250);
  expect(watch.onTaken(131_072)).toBe('fast');
});
