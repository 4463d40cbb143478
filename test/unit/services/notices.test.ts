import { expect, test } from 'vitest';
import { createEvents } from '../../../electron/services/events.ts';
import { createNotices } from '../../../electron/services/notices.ts';

/** Notices of an app whose window comes and goes. */
function watched(...ofStart: string[]) {
  const events = createEvents();
  const state = { hasWindow: false };
  const notices = createNotices(events, ofStart, () => state.hasWindow);
  const tell = (message: string): void => events.emit('notice', { tone: 'danger', message, about: null });
  return { notices, state, tell };
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
