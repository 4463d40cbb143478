import keytar from 'keytar';

const service = 'lukittu-release-manager';

/** Whether another program may look into the app's keyring: macOS asks its user first. */
export const mayLookIntoKeyring = process.platform !== 'darwin';

/** Takes the app's keyring away, for `launch({ env: withoutKeyring })`; only that of Linux can be. */
export const withoutKeyring = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' };

/** The private session's keyring, past the app. */
export const keyring = {
  /** The key of a connection, or null. */
  read: async (connectionId: string): Promise<string | null> =>
    (await keytar.findCredentials(service)).find(({ account }) => account.endsWith(` ${connectionId}`))
      ?.password ?? null,
  /** Every key the app's tests have left there. */
  all: (): Promise<{ account: string; password: string }[]> => keytar.findCredentials(service),
};
