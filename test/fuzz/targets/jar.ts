import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { mainClassOf } from '../../../electron/demo/jar.ts';
import { jarInspectionSchema } from '../../../electron/model/draft.ts';
import { inspectJar } from '../../../electron/publish/jar.ts';
import { jarOf, rawZip } from '../../support/jars.ts';
import { mutateZip } from '../mutate-zip.ts';
import { must, type Target } from '../target.ts';

const pluginYml = 'name: Lab\nversion: 1.4.0\nmain: com.example.Main\n# a comment\n';
const path = join(mkdtempSync(join(tmpdir(), 'lukittu-fuzz-')), 'app.jar');

/** Any file called `.jar`: what the app accepts, the server must accept as well, and call it the same. */
export const jar: Target = {
  name: 'jar',
  words: [
    'plugin.yml',
    'main: a.B\n',
    'main:',
    '\n',
    ':',
    'PK\u0001\u0002',
    'PK\u0003\u0004',
    'PK\u0005\u0006',
    'PK\u0006\u0006',
    'PK\u0006\u0007',
  ],
  seeds: async () => [
    await jarOf({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0\n', 'plugin.yml': pluginYml }),
    await jarOf({ 'plugin.yml': pluginYml }, true),
    rawZip([{ name: 'plugin.yml', content: Buffer.from(pluginYml), method: 0 }], { comment: 'by hand' }),
    rawZip([{ name: 'plugin.yml', packed: deflateRawSync(Buffer.alloc(3_000_000)), size: 3_000_000 }]),
    rawZip([{ name: 'a' }, { name: 'plugin.yml', content: Buffer.from(pluginYml) }, { name: 'plugin.yml' }]),
  ],
  mutate: mutateZip,
  check: async (input) => {
    writeFileSync(path, input);
    const found = jarInspectionSchema.parse(await inspectJar(path));
    if ('problem' in found) {
      must(found.problem.length > 0 && found.problem.length < 100, 'a problem is said in a few words');
      return;
    }
    const taken = await mainClassOf(input);
    must(taken !== null, 'what the app accepts is no jar the server would refuse');
    // What the app shows is cut where nobody would read on.
    must(
      taken.startsWith(found.mainClassName),
      `the server finds another main class: ${JSON.stringify(taken)}`,
    );
  },
};
