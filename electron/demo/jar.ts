import yauzl from 'yauzl';

/** What `plugin.yml` may be at most, inflated. */
const largestPluginYml = 1024 * 1024;

/**
 * The `main` of a jar's `plugin.yml`, or null where the server finds none: no ZIP, no such entry, one that is
 * too large or damaged, or no top-level `main` in it (docs/lukittu.md, ".jar files"). Never throws.
 */
export async function mainClassOf(jar: Buffer): Promise<string | null> {
  try {
    const text = await readPluginYml(jar);
    return text === null ? null : mainIn(text);
  } catch {
    return null;
  }
}

async function readPluginYml(jar: Buffer): Promise<string | null> {
  // Names stay bytes: the server does not mind a strange name elsewhere in the jar.
  const zip = await yauzl.fromBufferPromise(jar, { lazyEntries: true, decodeStrings: false });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileNameRaw.toString('utf8') !== 'plugin.yml') continue;
    if (entry.uncompressedSize > largestPluginYml) return null;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }
  return null;
}

/** Not YAML: lines at the margin, split at their first colon, quotes stripped, the last one wins. */
function mainIn(text: string): string | null {
  let main = '';
  for (const line of text.split('\n')) {
    if (!line.startsWith('main:')) continue;
    const value = line.slice('main:'.length).trim();
    if (value !== '') main = value.replace(/^['"](.*)['"]$/, '$1');
  }
  return main === '' ? null : main;
}
