import { expect, onTestFinished, test } from 'vitest';
import { createEvents } from '../../../electron/services/events.ts';
import { watchNetwork } from '../../../electron/services/network-watch.ts';
import { exampleJob } from '../../support/examples.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

/** A computer whose network is in the test's hand. */
function computer(...before: string[]) {
  const events = createEvents();
  const clock = createFakeClock();
  const state = { addresses: before, isWaiting: false, looks: 0, changes: 0 };
  onTestFinished(
    watchNetwork({
      events,
      clock,
      addresses: () => {
        state.looks += 1;
        return state.addresses;
      },
      isWaiting: () => state.isWaiting,
      changed: () => {
        state.changes += 1;
      },
    }),
  );
  return {
    state,
    clock,
    beginWaiting: () => {
      state.isWaiting = true;
      events.emit('jobs.changed', { job: exampleJob() });
    },
  };
}

test('a network that comes while something waits for it is noticed', async () => {
  const { state, clock, beginWaiting } = computer();
  beginWaiting();
  await clock.advance(60_000);
  expect(state.changes).toBe(0);
  state.addresses = ['192.168.1.7'];
  await clock.advance(3000);
  expect(state.changes).toBe(1);
});

test('so is another one in the place of the one there was, but not one that only goes', async () => {
  const { state, clock, beginWaiting } = computer('192.168.1.7', '10.0.0.2');
  beginWaiting();
  state.addresses = ['192.168.1.7'];
  await clock.advance(3000);
  expect(state.changes).toBe(0);
  state.addresses = ['172.16.0.9'];
  await clock.advance(3000);
  expect(state.changes).toBe(1);
});

test('what changed before anything waited is no news', async () => {
  const { state, clock, beginWaiting } = computer();
  state.addresses = ['192.168.1.7'];
  beginWaiting();
  await clock.advance(60_000);
  expect(state.changes).toBe(0);
});

test('nobody looks while nothing waits', async () => {
  const { state, clock, beginWaiting } = computer('192.168.1.7');
  const { looks } = state;
  await clock.advance(3_600_000);
  expect(state.looks).toBe(looks);
  beginWaiting();
  await clock.advance(3000);
  state.isWaiting = false;
  await clock.advance(3000);
  const after = state.looks;
  await clock.advance(3_600_000);
  expect(state.looks).toBe(after);
});
