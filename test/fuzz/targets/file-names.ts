import { fileMatchSchema } from '../../../electron/model/file-match.ts';
import { atOnce } from '../../../electron/pieces.ts';
import { matchFile } from '../../../electron/publish/matching/match-files.ts';
import { prepareGround } from '../../../electron/publish/matching/match-ground.ts';
import { exampleRelease } from '../../support/examples.ts';
import { must, type Target } from '../target.ts';

const { productId } = exampleRelease();
const branch = { id: '3f6c7f4b-29a6-4a3f-bd4b-8a2a5d3f9c11', name: 'dev', productId };
const versions = ['1.4.0', '1.4.0-rc.1', 'v2.0', '2026.11.26', 'nightly', '1.10.0'];
const releases = versions.map((version, index) =>
  exampleRelease({
    id: `6d0cb053-941c-491f-a3a3-00000000000${index}`,
    version,
    branchId: index % 2 === 0 ? null : branch.id,
    branchName: index % 2 === 0 ? null : branch.name,
    file: { name: `Plugin-${version}.jar`, size: 1, checksum: null, key: 'k', mainClassName: null },
  }),
);
const ground = atOnce(
  prepareGround({
    product: { id: productId, name: 'Plugin' },
    otherProducts: [{ id: branch.id, name: 'Plugin Pro' }],
    releases,
    branches: [branch],
    drafts: [],
    isPublishing: () => false,
  }),
);

/** Characters; no file system has longer ones. */
const longestName = 1000;

/** Any names of dropped files, folders and plugins: each is matched, or not, in no time. */
export const fileNames: Target = {
  name: 'file-names',
  words: [
    ...versions,
    'Plugin',
    'dev',
    '-',
    '_',
    '.',
    '.jar',
    '.tar.gz',
    'sources',
    'SNAPSHOT',
    '9999999999999999999999',
    '0',
    '٣',
    'ﬁ',
    '\u0301',
    '1.',
    'v',
    '\n',
  ],
  seeds: async () =>
    [
      'Plugin-1.4.0.jar',
      'plugin_v2.0-dev.zip',
      'Plugin Pro 2026-11-26 sources.tar.gz',
      'x\nfolder\nPlugin\n1.4.0',
    ].map((name) => Buffer.from(name)),
  check: async (input) => {
    const [name = '', folder = null, pluginName = null, pluginVersion = null] = input
      .toString('utf8')
      .slice(0, 8000)
      .split('\n');
    const jar = pluginName === null ? null : { mainClassName: 'a.B', pluginName, pluginVersion };
    const started = performance.now();
    const match = matchFile(
      { index: 0, size: 1, findings: [], name: name.slice(0, longestName), folder, jar },
      ground,
    );
    must(performance.now() - started < 500, 'a name is looked at in no time');
    fileMatchSchema.parse(match);
    if (match.confidence === 'none') must(match.target === null, 'what was not found goes nowhere');
    const { target } = match;
    if (target?.to === 'release')
      must(
        releases.some(({ id }) => id === target.releaseId),
        'it goes to a release there is',
      );
  },
};
