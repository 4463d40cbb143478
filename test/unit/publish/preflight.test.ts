import { describe, expect, it } from 'vitest';
import {
  type Artifact,
  type Draft,
  type DraftChange,
  draftFieldsSchema,
  type FileIntent,
  type Finding,
} from '../../../electron/model/draft.ts';
import type { Branch, License, Release, StoredFile } from '../../../electron/model/release.ts';
import type { Known, Rival } from '../../../electron/publish/preflight/rule.ts';
import { preflight } from '../../../electron/publish/preflight.ts';
import { startingFields } from '../../../electron/publish/request.ts';
import { exampleArtifact, exampleRelease } from '../../support/examples.ts';

const productId = 'cee40412-cfa3-488e-a46f-fb2cd7056268';
const dev: Branch = { id: '4dabcfbb-a1b3-4da3-ae90-65df96af311b', name: 'dev', productId };
const foreign: Branch = { id: '73149135-57e4-4a69-a98f-8a7f92cc6c9f', name: 'edge', productId: 'another' };
const anna = 'c4f26bab-f5ef-4ae6-aa41-7f286936d762';
const unknownId = 'fcfbf6d4-2f4b-4530-a4ff-68d09e848656';
const license = (id: string, customer: string | null): License => ({
  id,
  customer,
  productIds: [productId],
  suspended: false,
  expiresAt: null,
});
const stored: StoredFile = {
  name: 'app-1.4.0.jar',
  size: 4096,
  checksum: 'c'.repeat(32),
  key: `releases/team/${productId}-1.4.0.jar`,
  mainClassName: 'a.B',
};
const base = exampleRelease({ file: stored });
const jar = { mainClassName: 'a.B', pluginName: 'App', pluginVersion: null };

interface Case {
  /** The release the draft is of, as it was and is; null for a new one. */
  base?: Release | null;
  fields?: DraftChange['fields'];
  file?: FileIntent;
  known?: Partial<Known>;
  draft?: Partial<Draft>;
}

function check({ fields = {}, known = {}, draft = {}, ...given }: Case): Finding[] {
  const began = given.base === undefined ? base : given.base;
  const start = began ? startingFields(began) : { ...startingFields(null), version: '1.5.0' };
  return preflight(
    {
      id: 'draft-1',
      connectionId: 'connection-1',
      productId,
      releaseId: began?.id ?? null,
      base: began,
      fields: draftFieldsSchema.parse({ ...start, ...fields }),
      file: given.file ?? { kind: 'keep' },
      createdAt: base.createdAt,
      updatedAt: base.createdAt,
      ...draft,
    },
    {
      connection: { maxFileBytes: 10 * 1024 * 1024 },
      releases: began ? [began] : [],
      branches: [dev, foreign],
      licenses: [license(anna, 'Anna')],
      rivals: [],
      artifactInVault: true,
      oldFileInVault: true,
      ...known,
    },
  );
}

/** Another new draft, of version 2.0.0. */
const rival = (change: Partial<Rival> = {}): Rival => ({
  releaseId: null,
  base: null,
  fields: draftFieldsSchema.parse({ ...startingFields(null), version: '2.0.0' }),
  file: { kind: 'keep' },
  ...change,
});

const replaceWith = (
  change: Partial<Artifact> = {},
  source: 'unchanged' | 'changed' | 'missing' | 'none' = 'unchanged',
) =>
  ({
    kind: 'replace',
    artifact: exampleArtifact({ name: 'app-1.4.0.jar', jar, ...change }),
    source,
  }) as const;

const other = (change: Partial<Release>) =>
  exampleRelease({ id: '0dc00822-fd50-4672-a7ec-bf0fa3602247', version: '1.3.0', ...change });

/** rule, severity, part, the case, words of the message, and what the fix changes (if there is one). */
type Row = [
  rule: string,
  as: Finding['severity'],
  on: Finding['part'],
  given: Case,
  says: string,
  fix?: DraftChange,
];

const entry = (key: string, value: string) => ({ key, value, locked: false });
const many = (count: number) => Array.from({ length: count }, (_, index) => entry(`k${index}`, 'v'));
const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `c4f26bab-f5ef-4ae6-aa41-${String(index).padStart(12, '0')}`);
const latest = { ...base, latest: true };

const rows: Row[] = [
  ['version-missing', 'blocks', 'version', { fields: { version: '' } }, 'needs a version'],
  ['version-too-short', 'blocks', 'version', { fields: { version: '1.' } }, 'at least 3 characters'],
  ['version-too-long', 'blocks', 'version', { fields: { version: '1'.repeat(256) } }, 'has 256 characters'],
  [
    'version-white-space',
    'blocks',
    'version',
    { fields: { version: '1.4 .1\t' } },
    'white space',
    { fields: { version: '1.4.1' } },
  ],
  [
    'version-unseen',
    'warns',
    'version',
    { fields: { version: '1.4\u202e.1\u200b' } },
    'looks like 1.4.1',
    { fields: { version: '1.4.1' } },
  ],
  [
    'version-unstorable',
    'blocks',
    'version',
    { fields: { version: '1.4\0.1\ud800' } },
    'The version has U+0000, U+D800 in it',
    { fields: { version: '1.4.1' } },
  ],
  [
    'version-taken',
    'blocks',
    'version',
    { fields: { version: '1.3.0' }, known: { releases: [base, other({})] } },
    'There is already a release 1.3.0 without a branch',
  ],
  [
    'version-taken',
    'blocks',
    'version',
    {
      base: null,
      fields: { version: '1.3.0', branchId: dev.id },
      known: { releases: [other({ branchId: dev.id })] },
    },
    'in the branch dev',
  ],
  [
    'version-drafted',
    'warns',
    'version',
    {
      base: null,
      fields: { version: '2.0.0' },
      known: {
        rivals: [rival({ file: { kind: 'replace', artifact: exampleArtifact({ name: 'app.jar' }) } })],
      },
    },
    'Another new draft, with app.jar, is to be 2.0.0 here, too',
  ],
  [
    'version-drafted',
    'warns',
    'version',
    {
      fields: { version: '2.0.0' },
      known: { rivals: [rival({ releaseId: 'other', base: other({ version: '1.9.0' }) }), rival(), rival()] },
    },
    'The draft of 1.9.0 and 2 more are to be 2.0.0 here, too',
  ],
  ['product-id-malformed', 'blocks', 'release', { draft: { productId: 'x' } }, 'not a valid product ID'],
  ['release-id-malformed', 'blocks', 'release', { draft: { releaseId: 'nope' } }, 'not a valid release ID'],
  [
    'branch-id-malformed',
    'blocks',
    'branch',
    { fields: { branchId: 'dev' } },
    'not a valid branch ID',
    { fields: { branchId: null } },
  ],
  [
    'license-id-malformed',
    'blocks',
    'licenses',
    { fields: { licenseIds: [anna, 'x'] } },
    'A license ID is not valid',
    { fields: { licenseIds: [anna] } },
  ],
  [
    'product-id-capitals',
    'blocks',
    'release',
    { draft: { productId: productId.toUpperCase() } },
    'would not find the product',
  ],
  [
    'branch-id-capitals',
    'blocks',
    'branch',
    { fields: { branchId: dev.id.toUpperCase() } },
    'would not find the branch',
    { fields: { branchId: dev.id } },
  ],
  [
    'license-id-capitals',
    'blocks',
    'licenses',
    { fields: { licenseIds: [anna.toUpperCase()] } },
    'would not find the license',
    { fields: { licenseIds: [anna] } },
  ],
  [
    'branch-unknown',
    'warns',
    'branch',
    { fields: { branchId: unknownId } },
    'No release of this product was seen in this branch',
    { fields: { branchId: null } },
  ],
  [
    'branch-of-other-product',
    'blocks',
    'branch',
    { fields: { branchId: foreign.id } },
    'The branch edge belongs to another product',
    { fields: { branchId: null } },
  ],
  ['metadata-too-many', 'blocks', 'metadata', { fields: { metadata: many(21) } }, 'There are 21'],
  [
    'metadata-empty',
    'blocks',
    'metadata',
    { fields: { metadata: [entry('', ''), entry('a', 'b')] } },
    'is empty',
    { fields: { metadata: [entry('a', 'b')] } },
  ],
  [
    'metadata-key-missing',
    'blocks',
    'metadata',
    { fields: { metadata: [entry('', 'v')] } },
    '“v” has no key',
  ],
  [
    'metadata-value-missing',
    'blocks',
    'metadata',
    { fields: { metadata: [entry('k', '')] } },
    '“k” has no value',
  ],
  [
    'metadata-key-too-long',
    'blocks',
    'metadata',
    { fields: { metadata: [entry('k'.repeat(256), 'v')] } },
    'has 256 characters',
  ],
  [
    'metadata-value-too-long',
    'blocks',
    'metadata',
    { fields: { metadata: [entry('k', 'v'.repeat(256))] } },
    'The value of the metadata “k”',
  ],
  [
    'metadata-key-unstorable',
    'blocks',
    'metadata',
    { fields: { metadata: [entry('a', 'b'), entry('a\0b', 'c')] } },
    'The key of the metadata “ab” has U+0000 in it, which many databases cannot keep in a text: take it out.',
    { fields: { metadata: [entry('a', 'b'), entry('ab', 'c')] } },
  ],
  [
    'metadata-value-unstorable',
    'blocks',
    'metadata',
    { fields: { metadata: [entry('k', 'half \ud83d')] } },
    'The value of the metadata “k” has U+D83D in it',
    { fields: { metadata: [entry('k', 'half ')] } },
  ],
  [
    'metadata-key-unseen',
    'warns',
    'metadata',
    { fields: { metadata: [entry('min\u200b-app\n', 'v')] } },
    'The key of the metadata “min-app” has characters in it that do not show',
    { fields: { metadata: [entry('min-app', 'v')] } },
  ],
  [
    'metadata-value-unseen',
    'warns',
    'metadata',
    { fields: { metadata: [entry('k', '1\u202e.2\ufeff\u200d')] } },
    'it looks like “1.2” and is another one',
    { fields: { metadata: [entry('k', '1.2')] } },
  ],
  [
    'metadata-key-twice',
    'warns',
    'metadata',
    { fields: { metadata: [entry('k', '1'), entry('x', 'y'), entry('k', '2')] } },
    '“k” is there more than once',
    { fields: { metadata: [entry('x', 'y'), entry('k', '2')] } },
  ],
  ['licenses-too-many', 'blocks', 'licenses', { fields: { licenseIds: ids(31) } }, '31 licenses'],
  [
    'licenses-twice',
    'blocks',
    'licenses',
    { fields: { licenseIds: [anna, anna] } },
    'more than once: Anna',
    { fields: { licenseIds: [anna] } },
  ],
  [
    'licenses-unknown',
    'warns',
    'licenses',
    { fields: { licenseIds: [anna, unknownId] } },
    'fcfbf6d4…',
    { fields: { licenseIds: [anna] } },
  ],
  [
    'licenses-with-latest',
    'blocks',
    'licenses',
    { fields: { licenseIds: [anna], setAsLatest: true } },
    'cannot be the latest',
    { fields: { licenseIds: [] } },
  ],
  [
    'licenses-on-latest',
    'blocks',
    'licenses',
    { base: latest, fields: { licenseIds: [anna], setAsLatest: false } },
    'This is the latest release now',
    { fields: { licenseIds: [] } },
  ],
  [
    'latest-ignored',
    'warns',
    'latest',
    { fields: { setAsLatest: true, status: 'DRAFT' } },
    'with the status Draft the server ignores it',
    { fields: { setAsLatest: false } },
  ],
  [
    'latest-lost',
    'warns',
    'latest',
    { base: latest, fields: { setAsLatest: false } },
    'leaves the product without a latest release',
    { fields: { setAsLatest: true } },
  ],
  [
    'latest-lost',
    'warns',
    'latest',
    { base: latest, fields: { status: 'ARCHIVED' } },
    'The status Archived leaves the product',
    { fields: { status: 'PUBLISHED', setAsLatest: true } },
  ],
  [
    'latest-lost',
    'warns',
    'latest',
    { base: { ...latest, branchId: dev.id, branchName: 'dev' }, fields: { branchId: null } },
    'Moving the latest release leaves the branch dev',
    { fields: { branchId: dev.id } },
  ],
  [
    'latest-taken',
    'tells',
    'latest',
    { fields: { setAsLatest: true }, known: { releases: [base, other({ latest: true })] } },
    '1.3.0 will no longer be the latest',
  ],
  [
    'latest-goes-back',
    'tells',
    'latest',
    {
      fields: { setAsLatest: true },
      known: { releases: [base, other({ latest: true, version: '1.10.0' })] },
    },
    'in place of 1.10.0, which is newer',
  ],
  [
    'artifact-missing',
    'blocks',
    'file',
    { file: replaceWith(), known: { artifactInVault: false } },
    'Drop the file again',
    { file: 'keep' },
  ],
  ['file-empty', 'warns', 'file', { file: replaceWith({ size: 0 }) }, 'is empty'],
  [
    'file-too-large',
    'blocks',
    'file',
    { file: replaceWith({ size: 10 * 1024 * 1024 + 1 }) },
    'is over the limit of 10\u00a0MB',
  ],
  [
    'file-without-extension',
    'blocks',
    'file',
    { file: replaceWith({ name: 'plugin.', jar: null }) },
    'after deleting app-1.4.0.jar',
  ],
  [
    'file-without-extension',
    'blocks',
    'file',
    { base: null, file: replaceWith({ name: 'plugin', jar: null }) },
    'The server would refuse it.',
  ],
  [
    'file-other-extension',
    'warns',
    'file',
    { file: replaceWith({ name: 'app.zip', jar: null }) },
    'a .jar, the new one a .zip',
  ],
  [
    'jar-without-main',
    'blocks',
    'file',
    { file: replaceWith({ jar: { problem: 'there is no plugin.yml at its top level' } }) },
    'there is no plugin.yml at its top level. The server would refuse it after deleting app-1.4.0.jar',
  ],
  [
    'jar-not-inspected',
    'tells',
    'file',
    { file: replaceWith({ name: 'app.JAR', jar: null }) },
    'does not look into app.JAR',
  ],
  [
    'jar-other-version',
    'tells',
    'file',
    { file: replaceWith({ jar: { ...jar, pluginVersion: '1.3.9' } }) },
    'says version 1.3.9, the release says 1.4.0',
  ],
  ['artifact-changed', 'warns', 'file', { file: replaceWith({}, 'changed') }, 'has changed on disk'],
  [
    'artifact-source-gone',
    'tells',
    'file',
    { file: replaceWith({}, 'missing') },
    'no longer where it came from',
  ],
  [
    'file-removed',
    'warns',
    'file',
    { file: { kind: 'remove' } },
    'app-1.4.0.jar (4.0\u00a0KB) will be deleted',
    { file: 'keep' },
  ],
  [
    'file-not-there',
    'tells',
    'file',
    { base: { ...base, file: null }, file: { kind: 'remove' } },
    'no file that could be removed',
    { file: 'keep' },
  ],
  [
    'file-same',
    'tells',
    'file',
    { file: replaceWith({ md5: 'c'.repeat(32), size: 4096 }) },
    'exactly this file already',
    { file: 'keep' },
  ],
  [
    'file-at-risk',
    'warns',
    'file',
    { file: replaceWith(), known: { oldFileInVault: false } },
    'app-1.4.0.jar (4.0\u00a0KB) is lost',
  ],
  ['file-missing', 'tells', 'file', { base: { ...base, file: null } }, 'published without a file'],
  [
    'object-overwritten',
    'warns',
    'file',
    {
      file: replaceWith(),
      known: {
        releases: [base, other({ version: '1.4.0', branchId: dev.id, branchName: 'dev', file: stored })],
      },
    },
    'Release 1.4.0 in the branch dev has the same version and extension',
  ],
  [
    'object-overwritten',
    'warns',
    'file',
    { file: replaceWith(), known: { releases: [base, other({ version: '1.4.0-hotfix', file: stored })] } },
    'Release 1.4.0-hotfix had this version before',
  ],
  [
    'object-deleted',
    'warns',
    'file',
    { file: { kind: 'remove' }, known: { releases: [base, other({ file: stored })] } },
    'deleting app-1.4.0.jar here deletes it there too',
  ],
  [
    'object-under-old-name',
    'warns',
    'file',
    { fields: { version: '1.4.1' } },
    'stays stored under the old version 1.4.0',
  ],
  [
    'release-gone',
    'warns',
    'release',
    { known: { releases: [other({})] } },
    'may have been deleted on the server',
  ],
  [
    'conflict',
    'warns',
    'version',
    { fields: { version: '1.4.1' }, known: { releases: [{ ...base, version: '1.4.2' }] } },
    'to “1.4.2”. You will be asked',
  ],
  ['nothing-to-do', 'tells', 'release', {}, 'changes nothing'],
];

describe('preflight', () => {
  it.each(rows)('%s %s, on the %s', (rule, severity, part, given, says, change) => {
    const found = check(given).filter((finding) => finding.rule === rule);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity, part });
    expect(found[0]?.message).toContain(says);
    expect(found[0]?.fix?.change).toEqual(change);
  });

  it('finds nothing wrong with a sound update', () => {
    const sound: Case = { fields: { setAsLatest: true }, file: replaceWith({}) };
    expect(check(sound)).toEqual([]);
  });

  it('finds nothing wrong with a sound new release', () => {
    expect(check({ base: null, file: replaceWith({}, 'none') })).toEqual([]);
  });

  it('warns of no other draft where only one of the two would take the version', () => {
    const of = (found: Finding[]) =>
      found.map(({ rule }) => rule).filter((rule) => rule === 'version-drafted');
    const onDev = rival({ fields: { ...rival().fields, branchId: dev.id } });
    expect(of(check({ base: null, fields: { version: '2.0.0' }, known: { rivals: [onDev] } }))).toEqual([]);
    const holder = other({ version: '2.0.0' });
    const ofHolder = rival({ releaseId: holder.id, base: holder });
    expect(of(check({ base: null, fields: { version: '2.0.0' }, known: { rivals: [ofHolder] } }))).toEqual(
      [],
    );
    const same = rival({ fields: { ...rival().fields, version: base.version } });
    expect(of(check({ known: { rivals: [same] } }))).toEqual([]);
  });

  it('says of an empty jar that it is refused, and not that it is taken', () => {
    const broken = { problem: 'it is damaged, or no jar at all' };
    const rules = check({ file: replaceWith({ size: 0, jar: broken }) }).map(({ rule }) => rule);
    expect(rules).toContain('jar-without-main');
    expect(rules).not.toContain('file-empty');
  });

  it('says what blocks first, then what warns', () => {
    const order = check({
      fields: { version: '', setAsLatest: true, status: 'DRAFT' },
      file: replaceWith({ size: 0 }, 'missing'),
    }).map(({ severity }) => severity);
    expect(order).toEqual(['blocks', 'warns', 'warns', 'tells']);
  });

  it('ends every finding with a full stop and offers no fix that changes nothing', () => {
    for (const [, , , given] of rows) {
      for (const { message, fix } of check(given)) {
        expect(message).toMatch(/^[A-Z0-9“a-z].*\.$/s);
        if (fix) expect(Object.keys(fix.change)).not.toEqual([]);
      }
    }
  });

  it.each(rows.filter(([, , , , , change]) => change !== undefined))(
    '%s: its fix ends it',
    (rule, _, __, given, ___, change) => {
      const fixed: Case = {
        ...given,
        fields: { ...given.fields, ...change?.fields },
        ...(change?.file === 'keep' ? { file: { kind: 'keep' } } : {}),
      };
      expect(check(fixed).map((finding) => finding.rule)).not.toContain(rule);
    },
  );
});

describe('what preflight does not hold against a draft', () => {
  it('licenses and branches that were never read', () => {
    const found = check({
      fields: { licenseIds: [unknownId], branchId: unknownId },
      known: { licenses: null, branches: null },
    });
    expect(found).toEqual([]);
  });

  it('a license or a branch that the release has on the server', () => {
    const held = { ...base, licenseIds: [unknownId], branchId: unknownId };
    expect(check({ base: held, fields: { version: '1.4.1' }, file: replaceWith() })).toEqual([]);
  });

  it('another version in the plugin.yml than a release has that has none yet', () => {
    const file = replaceWith({ jar: { ...jar, pluginVersion: '1.3.9' } });
    const rules = check({ base: null, fields: { version: '' }, file }).map(({ rule }) => rule);
    expect(rules).not.toContain('jar-other-version');
  });

  it('licenses on a release that is not latest, or no longer published', () => {
    const rules = (given: Case) => check(given).map(({ rule }) => rule);
    expect(rules({ fields: { licenseIds: [anna] } })).toEqual([]);
    expect(rules({ base: latest, fields: { licenseIds: [anna], status: 'ARCHIVED' } })).toEqual([
      'latest-lost',
    ]);
  });

  it('metadata with lines and tabs, and with the joiners that scripts and emoji are written with', () => {
    const metadata = [entry('notes', 'one\n\ttwo\r\nthree'), entry('می\u200cخواهم', '👩\u200d💻 क्\u200dष')];
    const file = replaceWith();
    expect(check({ fields: { metadata }, file })).toEqual([]);
  });

  it('what cannot be stored a second time, as what does not show', () => {
    const metadata = [entry('a\0b', 'c\0')];
    const rules = check({ fields: { metadata, version: '1.5\0.0' } }).map(({ rule }) => rule);
    expect(rules.filter((rule) => rule.endsWith('-unseen'))).toEqual([]);
    expect(rules.filter((rule) => rule.endsWith('-unstorable'))).toEqual([
      'version-unstorable',
      'metadata-key-unstorable',
      'metadata-value-unstorable',
    ]);
  });

  it('the same version in another branch or product', () => {
    const elsewhere = [other({ branchId: dev.id }), other({ productId: 'another', id: unknownId })];
    expect(check({ base: null, fields: { version: '1.3.0' }, known: { releases: elsewhere } })).toEqual([]);
  });

  it('"latest" that somebody else took meanwhile: the draft does not take it back', () => {
    const now = { ...base, latest: false };
    const found = check({ base: latest, fields: { status: 'ARCHIVED' }, known: { releases: [now] } });
    expect(found).toEqual([]);
  });

  it('"latest" that somebody else gave it meanwhile: the draft does not take it away', () => {
    const found = check({ fields: { version: '1.4.1' }, file: replaceWith(), known: { releases: [latest] } });
    expect(found).toEqual([]);
  });

  it('that the object which another release uses is deleted, where it is written again: that is said once', () => {
    const shared = { releases: [base, other({ version: '1.4.0', branchId: dev.id, file: stored })] };
    expect(check({ file: replaceWith(), known: shared }).map(({ rule }) => rule)).toEqual([
      'object-overwritten',
    ]);
  });

  it('its own stored object', () => {
    expect(check({ file: replaceWith() })).toEqual([]);
    expect(check({ file: { kind: 'remove' } }).map(({ rule }) => rule)).toEqual([
      'file-removed',
      'file-missing',
    ]);
  });
});
