import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Opening } from '../../../electron/model/opening.ts';
import { cover } from '../../../renderer/store/covers.ts';
import { go, openSubject, useNavigation } from '../../../renderer/store/navigation.ts';
import { useNotices } from '../../../renderer/store/notices.ts';
import { showOpenings } from '../../../renderer/store/openings.ts';

const link: Opening = {
  shows: 'release',
  connectionId: 'connection-1',
  productId: 'product-1',
  releaseId: 'release-1',
};
const openedRelease = () => openSubject()?.releaseId;
const said = () => useNotices.getState().notices.map(({ message }) => message);
const waits = 'A link to a release was opened. It is shown once this is answered.';

beforeEach(() => {
  vi.stubGlobal('window', { lukittu: { 'opening.next': async () => ({ ok: true, value: [link] }) } });
  useNavigation.setState(useNavigation.getInitialState());
  useNotices.setState(useNotices.getInitialState());
});
afterEach(() => vi.unstubAllGlobals());

it('shows at once what a link leads to where nothing is asked', async () => {
  await showOpenings();
  expect(openedRelease()).toBe('release-1');
  expect(said()).toEqual([]);
});

it('lets a link wait, and says so, until the last of the dialogs is closed: they are about what lies below', async () => {
  const [closeOne, closeOther] = [cover('dialog'), cover('dialog')];
  await showOpenings();
  closeOne();
  await Promise.resolve();
  expect(openedRelease()).toBeUndefined();
  expect(said()).toEqual([waits]);

  closeOther();
  await Promise.resolve();
  expect(openedRelease()).toBe('release-1');
  expect(said()).toEqual([]);
});

it('lets it wait on where one dialog gives way to the next', async () => {
  const close = cover('dialog');
  await showOpenings();
  close();
  const closeNext = cover('dialog');
  await Promise.resolve();
  expect(openedRelease()).toBeUndefined();

  closeNext();
  await Promise.resolve();
  expect(openedRelease()).toBe('release-1');
});

it.each([
  ['connected', { connecting: true }],
  ['edited', { editing: 'connection-1' }],
] as const)(
  'lets a link wait while a team is being %s, so that what was typed is not lost',
  async (_, form) => {
    useNavigation.setState(form);
    await showOpenings();
    expect(useNavigation.getState()).toMatchObject(form);
    expect(said()).toEqual([waits]);

    go('settings');
    await Promise.resolve();
    expect(openedRelease()).toBe('release-1');
  },
);

it('opens it below the palette, which asks nothing', async () => {
  const close = cover('palette');
  await showOpenings();
  expect(openedRelease()).toBe('release-1');
  close();
});
