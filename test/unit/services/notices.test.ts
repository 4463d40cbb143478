import { expect, test } from 'vitest';
import { createEvents } from '../../../electron/services/events.ts';
import { createNotices } from '../../../electron/services/notices.ts';
import { exampleJob } from '../../support/examples.ts';

/** Notices of an app whose window comes and goes. */
function watched(...ofStart: string[]) {
  const events = createEvents();
  const state = { hasWindow: false };
  const notices = createNotices(events, ofStart, () => state.hasWindow);
  const tell = (message: string, about: string | null = null): void =>
    events.emit('notice', { tone: 'danger', message, about, isOnJob: false });
  const verify = (id: string): void =>
    events.emit('jobs.changed', {
      job: exampleJob({ id, state: { at: 'verified', finishedAt: '2026-01-01T12:00:00.000Z' } }),
    });
  return { notices, state, tell, verify };
}

test('what is told while there is no window waits for the next one', () => {
  const { notices, state, tell } = watched('The database was damaged.');
  tell('The server has lost app.jar.');
  state.hasWindow = true;
  tell('This one was seen.');
  expect(notices.list()).toEqual(['The database was damaged.', 'The server has lost app.jar.']);
});

test('what was put away is not shown by the next window', () => {
  const { notices, tell } = watched('The database was damaged.');
  tell('The server has lost app.jar.');
  notices.dismiss('The database was damaged.');
  expect(notices.list()).toEqual(['The server has lost app.jar.']);
});

test('the same is kept once, and of very many the newest', () => {
  const { notices, tell } = watched();
  for (let at = 0; at < 30; at += 1) tell(`Notice ${at}`);
  tell('Notice 29');
  expect(notices.list()).toHaveLength(20);
  expect(notices.list().at(-1)).toBe('Notice 29');
});

test('a newer one about the same takes the place of an older one, and goes when that is over', () => {
  const { notices, tell, verify } = watched();
  tell('The server has lost app.jar.', 'job-1');
  tell('Publishing 1.4.1 has come further, but that could not be written down.', 'job-1');
  tell('Another matter.', 'job-2');
  expect(notices.list()).toEqual([
    'Publishing 1.4.1 has come further, but that could not be written down.',
    'Another matter.',
  ]);
  verify('job-1');
  expect(notices.list()).toEqual(['Another matter.']);
});
