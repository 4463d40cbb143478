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

/** Chromium's names of the permissions a page can ask for (DevTools protocol, `Browser.PermissionType`), and Electron's. */
const permissions = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['videoCapture', 'media'],
  ['audioCapture', 'media'],
  ['clipboardReadWrite', 'clipboard-read'],
  ['clipboardSanitizedWrite', 'clipboard-sanitized-write'],
  ['displayCapture', 'display-capture'],
  ['idleDetection', 'idle-detection'],
  ['keyboardLock', 'keyboardLock'],
  ['localFonts', 'local-fonts'],
  ['durableStorage', 'persistent-storage'],
  ['pointerLock', 'pointerLock'],
  ['wakeLockScreen', 'screen-wake-lock'],
  ['speakerSelection', 'speaker-selection'],
  ['storageAccess', 'storage-access'],
  ['windowManagement', 'window-management'],
] as const satisfies readonly (readonly [string, Permission])[];

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

/**
 * Settles every permission of the page as the app's check handler says: those it allows are granted, and Chromium rejects
 * all others. Without a handler Chromium asks the user.
 */
export async function settlePermissions(client: CDPSession, origin: string): Promise<void> {
  const handler = check;
  if (!handler) return;
  const isAllowed = (permission: Permission): boolean =>
    handler(null, permission, origin, { isMainFrame: true, requestingUrl: origin });
  const granted = permissions.filter(([, permission]) => isAllowed(permission)).map(([name]) => name);
  await client.send('Browser.grantPermissions', { permissions: granted });
}
