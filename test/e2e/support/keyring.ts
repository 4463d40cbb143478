import keytar from 'keytar';

const service = 'lukittu-release-manager';

/** Takes the app's keyring away, for `launch({ env: withoutKeyring })`. */
export const withoutKeyring = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' };

/** The private session's keyring, past the app. */
export const keyring = {
  /** The key of a connection, or null. */
  read: (connectionId: string): Promise<string | null> => keytar.getPassword(service, connectionId),
  /** Every key the app's tests have left there. */
  all: (): Promise<{ account: string; password: string }[]> => keytar.findCredentials(service),
};
