/**
 * Chromium knows no schemes of our own, so `app://host/path` is `https://host.app.invalid/path` in the page:
 * a secure origin under a top-level domain that no resolver answers. The app sees and says only the former.
 */
const suffix = '.invalid';

export function toWebAddress(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url);
  if (protocol === 'http:' || protocol === 'https:' || host === '') return url;
  return `https://${host}.${protocol.slice(0, -1)}${suffix}${pathname}${search}${hash}`;
}

export function toAppAddress(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed?.host.endsWith(suffix)) return url;
  const name = parsed.host.slice(0, -suffix.length);
  const dot = name.lastIndexOf('.');
  return `${name.slice(dot + 1)}://${name.slice(0, dot)}${parsed.pathname}${parsed.search}${parsed.hash}`;
}

/** The origin as Electron would say it: `app://host`, or `null` for a document without one. */
export function toAppOrigin(url: string): string {
  const app = toAppAddress(url);
  const { protocol, host, origin } = new URL(app);
  return app === url ? origin : `${protocol}//${host}`;
}
