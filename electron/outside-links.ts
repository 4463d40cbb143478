/** Hosts whose pages a link of the window may open, in the user's own browser. */
const hosts: ReadonlySet<string> = new Set(['lukittu.com', 'app.lukittu.com', 'docs.lukittu.com']);

/** Whether a link that leaves the app may be handed to the system: https, a known host, nobody's credentials. */
export function mayOpenOutside(link: string): boolean {
  const url = URL.parse(link);
  return url?.protocol === 'https:' && hosts.has(url.host) && url.username === '' && url.password === '';
}
