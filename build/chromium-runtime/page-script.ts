import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/**
 * What runs in every new document before the page's own scripts, and the name of the binding it takes away at
 * once. It is handed over as text: the host's function (Node strips its types as it loads it) and the app's
 * preload bundle as a function's body, so nothing has to be evaluated in the page and its policy holds.
 *
 * @param preload path of the app's preload bundle
 * @param origins the only origins, as the page sees them, in which the preload runs
 */
export async function pageScript(
  preload: string | null,
  origins: string[],
): Promise<{ binding: string; script: string }> {
  const host: { hostPreload: unknown } = await import(new URL('./page/host.ts', import.meta.url).href);
  const bundle = preload === null ? null : await readFile(preload, 'utf8');
  const binding = `bridge_${randomUUID().replaceAll('-', '')}`;
  const settings = [
    `binding: ${JSON.stringify(binding)}`,
    `origins: ${JSON.stringify(origins)}`,
    `preload: ${bundle === null ? 'null' : `(require, module, exports) => {\n${bundle}\n}`}`,
  ];
  return { binding, script: `(${String(host.hostPreload)})({ ${settings.join(', ')} });` };
}
