import type { CDPSession } from 'playwright-core';

type CheckHandler = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>;
type Permission = Parameters<CheckHandler>[1];
/** The app's handler, as far as the runtime can ask it: it has no `WebContents` to show. */
type Check = (
  webContents: null,
  permission: Permission,
  origin: string,
  details: Electron.PermissionCheckHandlerHandlerDetails,
) => boolean;

/** Chromium's names of the permissions a page can ask for, and Electron's. */
const permissions: Record<string, Permission> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  midi: 'midi',
  camera: 'media',
  microphone: 'media',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
  'display-capture': 'display-capture',
  'idle-detection': 'idle-detection',
  'keyboard-lock': 'keyboardLock',
  'local-fonts': 'local-fonts',
  'persistent-storage': 'persistent-storage',
  'pointer-lock': 'pointerLock',
  'screen-wake-lock': 'screen-wake-lock',
  'speaker-selection': 'speaker-selection',
  'storage-access': 'storage-access',
  'window-management': 'window-management',
};

let check: Check | null = null;

const defaultSession = {
  setPermissionCheckHandler: (handler: Check | null) => {
    check = handler;
  },
  /** Every permission is settled by the check handler before a page could ask, so there is no request. */
  setPermissionRequestHandler: () => undefined,
  /** No device is offered to a page here. */
  setDevicePermissionHandler: () => undefined,
  /** Pages have no network here at all. */
  webRequest: { onBeforeRequest: () => undefined },
  /** No download is told: a page can save only what it has made. */
  on: () => undefined,
};

/** A session of its own is nothing here: only `net` asks for one, and its requests are Node's. */
export const session = { defaultSession, fromPartition: () => ({}) };

/** Settles every permission of the page as the app's check handler says; without one Chromium asks the user. */
export async function settlePermissions(client: CDPSession, origin: string): Promise<void> {
  const handler = check;
  if (!handler) return;
  const settle = async ([name, permission]: [string, Permission]): Promise<void> => {
    const granted = handler(null, permission, origin, { isMainFrame: true, requestingUrl: origin });
    await client
      .send('Browser.setPermission', { permission: { name }, setting: granted ? 'granted' : 'denied' })
      .catch(() => undefined); // a Chromium that does not know the permission does not grant it either
  };
  await Promise.all(Object.entries(permissions).map(settle));
}
