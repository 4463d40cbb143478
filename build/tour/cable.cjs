const dns = require('node:dns');
const { existsSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const os = require('node:os');

/**
 * Loaded into the app's process: a network cable the tour can pull. While the file that `LUKITTU_TOUR_CABLE` names
 * is there, no name is found and no network has an address.
 */
const pulled = () => existsSync(process.env.LUKITTU_TOUR_CABLE ?? '');
const { lookup } = dns;
const { networkInterfaces } = os;

dns.lookup = (name, ...rest) => {
  if (!pulled()) return lookup(name, ...rest);
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
  process.nextTick(rest.at(-1), error);
};
os.networkInterfaces = () => (pulled() ? {} : networkInterfaces());
syncBuiltinESMExports();
