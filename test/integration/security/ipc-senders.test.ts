import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { silentLog } from '../../../electron/diagnostics/log.ts';
import { createServices } from '../../../electron/services.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** Who is answered, and who is told, by what Electron says of a call's sender. */

const electron = await vi.hoisted(async () => {
  const { createFakeElectron } = await import('../../support/fake-electron.ts');
  return createFakeElectron();
});
vi.mock('electron', () => electron);
const { bindIpc } = await import('../../../electron/ipc.ts');
const { openWindow } = await import('../../../electron/window.ts');

type AppWindow = ReturnType<typeof openWindow>;
const openOne = () => openWindow({ preload: '/preload.cjs', dataFolder: tempFolder() });
const page = { origin: 'app://lukittu', parent: null };

/** The app's calls, bound for this window. */
async function bind(window: AppWindow | null) {
  const services = await createServices({
    dataFolder: tempFolder(),
    keyring: null,
    keyringProblem: null,
    app: { version: '0.0.0', platform: 'test', runtime: 'node' },
  });
  onTestFinished(() => services.close());
  const unforeseen = vi.fn();
  bindIpc(services, () => window, { log: silentLog, report: unforeseen });
  const call = electron.ipcMain.handle.mock.calls.find(([name]) => name === 'app.info')?.[1];
  if (!call) throw new Error('The call is not bound.');
  return {
    services,
    ask: (sender: unknown, senderFrame: unknown) => call({ sender, senderFrame }, {}, undefined),
  };
}

beforeEach(() => {
  vi.clearAllMocks();
});

describe('a call', () => {
  test('of the window’s page is answered', async () => {
    const window = openOne();
    const { ask } = await bind(window);
    expect(await ask(window.webContents, page)).toMatchObject({ ok: true, value: { version: '0.0.0' } });
  });

  test.each<[string, (window: AppWindow) => [sender: unknown, frame: unknown]]>([
    ['of another window', () => [openOne().webContents, page]],
    ['of nobody', () => [undefined, page]],
    ['of a frame in the page', ({ webContents }) => [webContents, { ...page, parent: page }]],
    ['of a frame that has gone', ({ webContents }) => [webContents, null]],
    [
      'of a document of another origin',
      ({ webContents }) => [webContents, { ...page, origin: 'https://example.com' }],
    ],
  ])('%s is refused', async (_who, senderOf) => {
    const window = openOne();
    const { ask } = await bind(window);
    expect(await ask(...senderOf(window))).toMatchObject({ ok: false, failure: { kind: 'invalid-input' } });
  });

  test('is refused while there is no window, and when it is gone', async () => {
    const window = openOne();
    const before = await bind(null);
    expect(await before.ask(window.webContents, page)).toMatchObject({ ok: false });
    expect(await before.ask(undefined, page)).toMatchObject({ ok: false });

    vi.clearAllMocks();
    const after = await bind(window);
    window.isDestroyed = () => true;
    expect(await after.ask(window.webContents, page)).toMatchObject({ ok: false });
  });
});

describe('an event', () => {
  test('is told to the window’s page and to no other, as long as it is there', async () => {
    const [window, other] = [openOne(), openOne()];
    const { services } = await bind(window);
    services.events.emit('batches.changed', { connectionId: 'x' });
    window.isDestroyed = () => true;
    services.events.emit('batches.changed', { connectionId: 'y' });

    expect(Reflect.get(window.webContents, 'sent')).toEqual([['batches.changed', { connectionId: 'x' }]]);
    expect(Reflect.get(other.webContents, 'sent')).toEqual([]);
  });
});
