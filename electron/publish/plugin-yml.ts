/** What the server would take from a `plugin.yml`; null for what it would not find. */
export interface PluginYml {
  readonly main: string | null;
  readonly name: string | null;
  readonly version: string | null;
}

/**
 * Reads top-level keys as the server does, which is simpler than YAML (docs/lukittu.md, step 18): a line without
 * white space in front, split at its first colon, quotes around the value taken off. A space before the colon, or a
 * byte order mark before the key, hides the key; a comment behind the value becomes part of it; the last one counts.
 */
export function parsePluginYml(bytes: Buffer): PluginYml {
  const values = new Map<string, string>();
  for (const line of bytes.toString('utf8').split('\n')) {
    if (/^[\s#]/.test(line)) continue;
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).trim();
    if (colon !== -1 && value !== '') values.set(line.slice(0, colon), unquoted(value));
  }
  const found = (key: string): string | null => values.get(key)?.slice(0, longestValue) || null;
  return { main: found('main'), name: found('name'), version: found('version') };
}

/** A value is only shown; nobody reads more of it. */
const longestValue = 500;

function unquoted(value: string): string {
  const quotes = /^['"]/.test(value) && /['"]$/.test(value) && value.length > 1;
  return quotes ? value.slice(1, -1) : value;
}
